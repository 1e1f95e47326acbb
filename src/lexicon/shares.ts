import type { Shares } from './compile.js';

/** Parses the ambiguity table: word, share of capitalised occurrences, total, tab-separated; `#` starts a comment line. */
export function parseShares(content: string): Shares {
  const shares = new Map<string, number>();
  for (const line of content.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [word, share] = line.split('\t');
    shares.set(word, Number(share));
  }
  return shares;
}
