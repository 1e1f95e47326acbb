// The floor: reads a file, decodes it, finds its words by a table of character classes and hashes each. Prints how many there are.
import { readFileSync } from 'node:fs';

const text = new TextDecoder().decode(readFileSync(process.argv[2]));
const letters = new Uint8Array(0x10000);
for (let code = 0; code < 0x250; code++) if (/[\p{L}\p{N}]/u.test(String.fromCharCode(code))) letters[code] = 1;
let words = 0;
let sum = 0;
for (let i = 0; i < text.length; ) {
  let hash = 0x811c9dc5;
  let end = i;
  while (end < text.length && letters[text.charCodeAt(end)] === 1)
    hash = Math.imul(hash ^ text.charCodeAt(end++), 0x01000193);
  if (end > i) words++;
  sum ^= hash;
  i = end + 1;
}
console.log(words, sum);
