import { isWhole, type Shard, shardName } from './shard.js';

/** What the name of a part file tells. */
export interface PartName {
  shard: Shard;
  /** Key of the configuration it was made with. */
  configuration: string;
  /** Fingerprint of the documents in it. */
  fingerprint: string;
}

const PART = /^part-(\d+)of(\d+)-([0-9a-f]+)-([0-9a-f]+)\.jsonl$/u;

/** Name of the file that holds a part's lines. It follows from the input alone: the same documents are the same file. */
export function partFileName({ shard, configuration, fingerprint }: PartName): string {
  return `part-${shardName(shard)}-${configuration}-${fingerprint}.jsonl`;
}

/** Reads a part's file name; undefined for any other file. */
export function parsePartFileName(name: string): PartName | undefined {
  const match = PART.exec(name);
  if (!match) return undefined;
  const [, index, of, configuration, fingerprint] = match;
  return { shard: { index: Number(index), of: Number(of) }, configuration, fingerprint };
}

/** Name of the manifest of a share. */
export function manifestFileName(shard: Shard): string {
  return isWhole(shard) ? 'manifest.json' : `manifest.${shardName(shard)}.json`;
}

/** Name of the file that lists a share's failed documents; it does not end in .jsonl, so that `*.jsonl` holds results alone. */
export function errorsFileName(shard: Shard): string {
  return isWhole(shard) ? 'errors.jsonl.log' : `errors.${shardName(shard)}.jsonl.log`;
}
