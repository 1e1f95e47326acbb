import { decode } from '../text/decode.js';
import { compileLexicon } from './compile.js';
import { MAGIC } from './format.js';
import { Lexicon } from './lexicon.js';
import { parseLexicon } from './parse.js';

/**
 * Opens a list of names from the bytes of its file: a compiled one as it is, any other compiled now.
 * @param source the file, for messages and as the list's name
 * @throws KunyeError LEXICON_INVALID with file, line and column
 */
export function openLexicon(bytes: Uint8Array, source: string): Lexicon {
  return isCompiled(bytes) ? new Lexicon(bytes, source) : openList(decode(bytes).text, source);
}

/** Opens a list of names from its text. */
export function openList(text: string, source: string): Lexicon {
  return new Lexicon(compileLexicon(parseLexicon(text, source)), source);
}

function isCompiled(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true) === MAGIC;
}
