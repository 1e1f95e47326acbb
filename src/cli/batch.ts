import { availableParallelism } from 'node:os';
import { renderStatus } from '../batch/manifest.js';
import { type Shard, WHOLE } from '../batch/shard.js';
import { usefulWorkers } from '../batch/workers.js';
import { KunyeError } from '../errors.js';
import { decode } from '../text/decode.js';
import { OutputFolder, readStatus, unwritableResults } from './batch/folder.js';
import { Lock } from './batch/lock.js';
import { Pool } from './batch/pool.js';
import { BatchRun } from './batch/run.js';
import { listSources, type SourceFile } from './batch/sources.js';
import type { WorkerFlags } from './batch/task.js';
import { bytesOf } from './io.js';
import { joinChunks } from './lines.js';
import { realPathOf } from './output-file.js';
import { loadResources } from './resources.js';
import type { Session } from './session.js';

/** Options of `kunye batch`. */
export type BatchFlags = WorkerFlags & {
  output?: string;
  workers?: number;
  shard?: Shard;
  status?: boolean;
};

const STDIN = '-';

/** `kunye batch`: recognizes a corpus into a folder of JSONL, or says with `--status` how far it is. */
export async function batch(paths: readonly string[], flags: BatchFlags, session: Session): Promise<void> {
  if (flags.status) {
    await session.out.write(renderStatus(readStatus(statusFolder(paths, flags))));
    return;
  }
  const { output } = flags;
  if (output === undefined) throw new KunyeError('USAGE', 'where to? right would be -o FOLDER');
  const shard = flags.shard ?? WHOLE;
  // A broken lexicon or model is reported once, here, rather than by every worker.
  loadResources(flags);
  const inputs = await inputPaths(paths, session);
  const problems: KunyeError[] = [];
  const listener = {
    error: (error: KunyeError) => problems.push(error),
    note: (message: string) => session.note(message),
  };
  const sources = await listSources(inputs, flags, listener, realPathOf(output));
  if (sources.length === 0) {
    for (const problem of problems) session.error(problem);
    throw new KunyeError('INPUT_UNREADABLE', `no documents found; ${output} is left as it is`);
  }
  const workers = flags.workers ?? usefulWorkers(sources, shard.of, availableParallelism());
  session.io.expectThreads?.(workers);
  const pool = new Pool(workers, { flags: workerFlags(flags), folder: output, shard });
  try {
    const folder = OutputFolder.open(output, shard);
    await finish(new BatchRun(inputs, flags, shard, folder, pool, session), folder, sources, problems, session);
  } finally {
    await pool.end();
  }
}

/** Lets a run go to its end, or to where it is interrupted; no other may write into the folder meanwhile. */
async function finish(
  run: BatchRun,
  folder: OutputFolder,
  sources: readonly SourceFile[],
  problems: readonly KunyeError[],
  session: Session,
): Promise<void> {
  const stop = new AbortController();
  const lock = await takeLock(folder, () => stop.abort('lost'));
  const interrupt = () => {
    if (stop.signal.aborted) process.exit(130);
    session.note('finishing what is in flight; once more to stop at once');
    stop.abort('interrupted');
  };
  session.io.on?.('SIGINT', interrupt);
  session.io.on?.('SIGTERM', interrupt);
  try {
    await run.go(sources, problems, stop.signal);
  } catch (error) {
    throw ours(error, folder);
  } finally {
    session.io.off?.('SIGINT', interrupt);
    session.io.off?.('SIGTERM', interrupt);
    lock.release();
  }
}

async function takeLock({ lockPath, path }: OutputFolder, onLost: () => void): Promise<Lock> {
  try {
    return await Lock.take(lockPath, onLost);
  } catch (error) {
    throw ours(error, { path });
  }
}

/** Errors of the file system are of the folder that cannot be written. */
function ours(error: unknown, { path }: { path: string }): unknown {
  const { syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined ? error : unwritableResults(path, error as NodeJS.ErrnoException);
}

function statusFolder(paths: readonly string[], { output }: BatchFlags): string {
  const folder = output ?? paths[0];
  if (folder === undefined)
    throw new KunyeError('USAGE', '--status of what? right would be kunye batch --status FOLDER');
  return folder;
}

/** The paths given, or those listed on stdin, one a line. */
async function inputPaths(paths: readonly string[], { io }: Session): Promise<string[]> {
  if (paths.length > 0 && !paths.includes(STDIN)) return [...paths];
  if (paths.length === 0 && io.stdin.isTTY)
    throw new KunyeError('USAGE', 'nothing to read; right would be paths, or a list of them on stdin');
  const list = decode(await joinChunks(bytesOf(io.stdin), '<stdin>'))
    .text.split(/\r?\n/u)
    .filter((line) => line !== '');
  return paths.length === 0 ? list : paths.flatMap((path) => (path === STDIN ? list : [path]));
}

/** The flags a worker needs, without what cannot pass between threads. */
function workerFlags(flags: BatchFlags): WorkerFlags {
  const { types, lexicon, model, minScore, from, encoding, textField, idField, offsets } = flags;
  return {
    lexicon,
    from,
    textField,
    idField,
    offsets,
    ...(types && { types }),
    ...(model !== undefined && { model }),
    ...(minScore !== undefined && { minScore }),
    ...(encoding && { encoding }),
  };
}
