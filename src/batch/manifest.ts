import { createHash } from 'node:crypto';
import { type Shard, shardName } from './shard.js';

/** Everything besides the documents that decides what the lines are. */
export interface Configuration {
  kunye: string;
  /** Checksums (SHA-256) of what it recognizes with. */
  resources: { lexicon: string; userLexicons: string[]; model: string | null };
  /** Options that change lines. */
  options: Record<string, unknown>;
}

/** How far a share has come. */
export interface Counts {
  /** Documents of the share met so far, failed ones included. */
  documents: number;
  /** Lines written, those of earlier runs included. */
  lines: number;
  /** Documents and inputs that failed. */
  failed: number;
  /** Documents whose id was met before and got `#2`, `#3` ... */
  duplicates: number;
  parts: number;
  /** Parts found done by an earlier run. */
  reused: number;
}

/** What became of a share: `failed` means that it ended early, not that documents failed. */
export type State = 'running' | 'complete' | 'interrupted' | 'failed';

/** What a folder of results says of one share. */
export interface Manifest extends Configuration {
  format: 1;
  state: State;
  shard: Shard;
  /** The paths as they were given. */
  inputs: string[];
  counts: Counts;
  started: string;
  updated: string;
}

const KEY_DIGITS = 8;

/** Short key of a configuration; it stands in the name of every part, so that results of another lexicon or model are never taken over. */
export function configurationKey({ kunye, resources, options }: Configuration): string {
  const sorted = Object.fromEntries(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256')
    .update(JSON.stringify([kunye, resources.lexicon, resources.userLexicons, resources.model, sorted]))
    .digest('hex')
    .slice(0, KEY_DIGITS);
}

/** Renders a manifest as readable JSON. */
export function renderManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Reads a manifest; undefined when the text is none. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    return value?.format === 1 && value.counts && value.shard && value.state ? (value as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

/** What is known of one share when its folder is looked at. */
export interface ShardStatus {
  shard: Shard;
  manifest?: Manifest;
  /** Who works on it now, when somebody does. */
  holder?: string;
}

/** Renders the state of all shares, one line each and a last line for the whole. */
export function renderStatus(shards: readonly ShardStatus[]): string {
  const lines = shards.map(({ shard, manifest, holder }) => {
    const head = shardName(shard).padEnd(shardName({ index: shard.of, of: shard.of }).length);
    if (!manifest) return `${head}  not started`;
    const { documents, lines, failed } = manifest.counts;
    const state = holder
      ? `running on ${holder}`
      : manifest.state === 'running'
        ? 'killed, to be resumed'
        : manifest.state;
    return `${head}  ${state}: ${documents} documents, ${lines} lines, ${failed} failed`;
  });
  const complete = shards.filter(({ manifest, holder }) => !holder && manifest?.state === 'complete');
  const total = (pick: (counts: Counts) => number) =>
    shards.reduce((sum, { manifest }) => sum + (manifest ? pick(manifest.counts) : 0), 0);
  const last = `${complete.length} of ${shards.length} complete, ${total((c) => c.lines)} lines, ${total((c) => c.failed)} failed`;
  return `${[...lines, last].join('\n')}\n`;
}
