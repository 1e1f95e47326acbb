import type { Content, Job, PartFailure } from '../../batch/job.js';
import type { Shard } from '../../batch/shard.js';
import type { OffsetUnit } from '../../text/offsets.js';
import type { InputFlags, RecognizeFlags } from '../options.js';

/** Flags a worker needs; they pass between threads as they are. */
export type WorkerFlags = RecognizeFlags & InputFlags & { offsets: OffsetUnit };

/** What a worker is started with. */
export interface WorkerData {
  flags: WorkerFlags;
  /** The folder of results, and the share it writes there. */
  folder: string;
  shard: Shard;
}

/** One document of a part: for a record or a line, where its bytes are among those of the task; a file is read by the worker. */
export interface TaskDocument {
  id: string;
  source: string;
  kind: Content['kind'];
  start: number;
  end: number;
}

/** The documents of a part, a list a field: what passes between threads is copied, and a field's name with every object. */
export interface PackedDocuments {
  ids: string[];
  sources: string[];
  kinds: Content['kind'][];
  /** Where each document's bytes end and the next one's begin. */
  ends: number[];
}

/** What to do with a part: tell its name, try to recognize its documents, write their lines, or write them unless that was done before. */
export type Goal = 'name' | 'try' | 'write' | 'complete';

/** A part as a worker gets it. */
export interface PartTask {
  goal: Goal;
  /** Key of the configuration, see configurationKey. */
  configuration: string;
  documents: PackedDocuments;
  bytes: Uint8Array<ArrayBuffer>;
  /** Documents already known to fail, by their index; they get no line. */
  failed: Record<number, PartFailure>;
}

/** What a worker did. */
export interface PartDone {
  /** Name of the part's file, written or not. */
  name: string;
  failures: PartFailure[];
  /** Documents that were not UTF-8 and were read as windows-1254. */
  guessed: number;
  /** Set when an earlier run had done the part. */
  reused?: true;
  /** Set when nothing was done since a list or the model is not the one the run began with. */
  outdated?: true;
  /** Why the part could not be written. */
  unwritten?: { code?: string; message: string };
}

/** Packs documents for a worker; their bytes are copied once, into memory that can be handed over. */
export function packTask(
  goal: Goal,
  configuration: string,
  jobs: readonly Job[],
  failed: Record<number, PartFailure> = {},
): PartTask {
  const bytes = new Uint8Array(jobs.reduce((sum, { content }) => sum + bytesOf(content).length, 0));
  let end = 0;
  const ends = jobs.map(({ content }) => {
    bytes.set(bytesOf(content), end);
    end += bytesOf(content).length;
    return end;
  });
  const documents = {
    ids: jobs.map(({ claim }) => claim.id),
    sources: jobs.map(({ source }) => source),
    kinds: jobs.map(({ content }) => content.kind),
    ends,
  };
  return { goal, configuration, documents, bytes, failed };
}

/** The documents of a task. */
export function documentsOf({ documents: { ids, sources, kinds, ends } }: PartTask): TaskDocument[] {
  return ids.map((id, i) => ({
    id,
    source: sources[i],
    kind: kinds[i],
    start: i === 0 ? 0 : ends[i - 1],
    end: ends[i],
  }));
}

const NONE = new Uint8Array();

function bytesOf(content: Content): Uint8Array {
  return 'bytes' in content ? content.bytes : NONE;
}
