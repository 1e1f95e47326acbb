/** One share of a corpus: the `index`-th (from 1) of `of`. */
export interface Shard {
  index: number;
  of: number;
}

/** A whole corpus as its only share. */
export const WHOLE: Shard = { index: 1, of: 1 };

const MOST_SHARDS = 99_999;

/** Reads `I/N`, with I from 1 to N; undefined when the text is nothing of the kind. */
export function parseShard(text: string): Shard | undefined {
  const match = /^(\d{1,5})\/(\d{1,5})$/u.exec(text);
  if (!match) return undefined;
  const [index, of] = [Number(match[1]), Number(match[2])];
  return index >= 1 && index <= of && of <= MOST_SHARDS ? { index, of } : undefined;
}

/** Is the share the whole? */
export function isWhole(shard: Shard): boolean {
  return shard.of === 1;
}

/** Name of a share inside file names: `2of5`. */
export function shardName({ index, of }: Shard): string {
  return `${index}of${of}`;
}
