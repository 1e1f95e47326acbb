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

/** What to do with a part: tell its name, try to recognize its documents, write their lines, or write them unless that was done before. */
export type Goal = 'name' | 'try' | 'write' | 'complete';

/** A part as a worker gets it. */
export interface PartTask {
  goal: Goal;
  /** Key of the configuration, see configurationKey. */
  configuration: string;
  documents: TaskDocument[];
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
  const documents = jobs.map(({ claim, source, content }) => {
    const start = end;
    bytes.set(bytesOf(content), start);
    end += bytesOf(content).length;
    return { id: claim.id, source, kind: content.kind, start, end };
  });
  return { goal, configuration, documents, bytes, failed };
}

const NONE = new Uint8Array();

function bytesOf(content: Content): Uint8Array {
  return 'bytes' in content ? content.bytes : NONE;
}
