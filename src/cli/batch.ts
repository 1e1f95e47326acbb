import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Ids } from '../batch/ids.js';
import type { Failure } from '../batch/job.js';
import {
  type Configuration,
  type Counts,
  configurationKey,
  type Manifest,
  renderStatus,
  type State,
} from '../batch/manifest.js';
import { parsePartFileName, partFileName } from '../batch/names.js';
import { type Part, Planner } from '../batch/plan.js';
import { isWhole, type Shard, WHOLE } from '../batch/shard.js';
import { KunyeError, type KunyeErrorCode } from '../errors.js';
import { decode } from '../text/decode.js';
import { describeConfiguration } from './batch/configuration.js';
import { FailureLog } from './batch/failures.js';
import { OutputFolder, readStatus, realPathOf, unwritable } from './batch/folder.js';
import { Lock } from './batch/lock.js';
import { Pool } from './batch/pool.js';
import { makeProgress, type Progress } from './batch/progress.js';
import { listSources, readJobs, type SourceFile } from './batch/sources.js';
import type { WorkerFlags } from './batch/worker.js';
import { bytesOf } from './io.js';
import { joinChunks } from './lines.js';
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
/** How often the manifest is brought up to date. */
const MANIFEST_MS = 10_000;

/** `kunye batch`: recognizes a corpus into a folder of JSONL, or says with `--status` how far it is. */
export async function batch(paths: readonly string[], flags: BatchFlags, session: Session): Promise<void> {
  if (flags.status) {
    await session.out.write(renderStatus(readStatus(statusFolder(paths, flags))));
    return;
  }
  if (flags.output === undefined) throw new KunyeError('USAGE', 'where to? right would be -o FOLDER');
  // A broken lexicon or model is reported once, here, rather than by every worker.
  loadResources(flags);
  const inputs = await inputPaths(paths, session);
  const shard = flags.shard ?? WHOLE;
  const problems: KunyeError[] = [];
  const listener = {
    error: (error: KunyeError) => problems.push(error),
    note: (message: string) => session.note(message),
  };
  const sources = await listSources(inputs, flags, listener, realPathOf(flags.output));
  if (sources.length === 0) {
    for (const problem of problems) session.error(problem);
    throw new KunyeError('INPUT_UNREADABLE', `no documents found; ${flags.output} is left as it is`);
  }
  const folder = OutputFolder.open(flags.output, shard);
  const run = new BatchRun(inputs, flags, shard, folder, session);
  const stop = new AbortController();
  const lock = await Lock.take(folder.lockPath, () => stop.abort('lost'));
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
    throw (error as NodeJS.ErrnoException).syscall ? unwritable(folder.path, error as NodeJS.ErrnoException) : error;
  } finally {
    session.io.off?.('SIGINT', interrupt);
    session.io.off?.('SIGTERM', interrupt);
    lock.release();
  }
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

/** One run over one share of a corpus. */
class BatchRun {
  private readonly configuration: Configuration;
  private readonly key: string;
  private readonly started = new Date();
  private readonly counts: Counts = { documents: 0, lines: 0, failed: 0, duplicates: 0, parts: 0, reused: 0 };
  private guessed = 0;
  private bytes = 0;
  private manifestDue = 0;

  constructor(
    private readonly inputs: readonly string[],
    private readonly flags: BatchFlags,
    private readonly shard: Shard,
    private readonly folder: OutputFolder,
    private readonly session: Session,
  ) {
    this.configuration = describeConfiguration(flags);
    this.key = configurationKey(this.configuration);
  }

  async go(sources: readonly SourceFile[], problems: readonly KunyeError[], stop: AbortSignal): Promise<void> {
    this.folder.clean();
    const existing = new Set(this.folder.listParts());
    this.removeStale(existing, (name) => parsePartFileName(name)?.configuration !== this.key);
    if (existing.size > 0) await this.removeChanged(existing, sources, stop);
    const log = new FailureLog(this.folder.temporaryFor(this.folder.errorsPath));
    // In a sharded run every share would report the same unreadable path; the first does.
    if (this.shard.index === 1) for (const problem of problems) log.add(failureOf(problem.place?.file ?? '', problem));
    this.writeManifest('running');
    const progress = await makeProgress(this.session.io, this.flags.quiet === true);
    try {
      await this.recognize(sources, existing, log, progress, stop);
    } catch (error) {
      this.tryManifest('failed');
      throw error;
    } finally {
      progress.stop();
    }
    if (stop.aborted) this.endEarly(stop);
    log.finish(this.folder.errorsPath);
    this.writeManifest('complete');
    await this.summarize(log);
  }

  /** Removes the parts for which `isStale` holds, from the folder and from the set. */
  private removeStale(existing: Set<string>, isStale: (name: string) => boolean): void {
    const stale = [...existing].filter(isStale);
    this.folder.removeParts(stale);
    for (const name of stale) existing.delete(name);
  }

  /**
   * Removes the parts whose documents have changed or gone, before any new line is written: at no moment does the folder hold an old and a new
   * line of one document.
   */
  private async removeChanged(existing: Set<string>, sources: readonly SourceFile[], stop: AbortSignal): Promise<void> {
    const current = new Set<string>();
    for await (const part of this.plan(sources, new Ids(), () => {}, stop)) current.add(this.nameOf(part));
    if (!stop.aborted) this.removeStale(existing, (name) => !current.has(name));
  }

  private nameOf({ fingerprint }: Part): string {
    return partFileName({ shard: this.shard, configuration: this.key, fingerprint });
  }

  private async *plan(
    sources: readonly SourceFile[],
    ids: Ids,
    fail: (failure: Failure) => void,
    stop: AbortSignal,
  ): AsyncGenerator<Part> {
    const planner = new Planner();
    const reading = {
      flags: this.flags,
      shard: this.shard,
      ids,
      fail: ({ id }: { id: string }, error: KunyeError) => fail(failureOf(id, error)),
      progress: (bytes: number) => {
        this.bytes += bytes;
      },
    };
    this.bytes = 0;
    for await (const job of readJobs(sources, reading)) {
      if (stop.aborted) return;
      const part = planner.add(job);
      if (part) yield part;
    }
    const last = planner.end();
    if (last) yield last;
  }

  private async recognize(
    sources: readonly SourceFile[],
    existing: Set<string>,
    log: FailureLog,
    progress: Progress,
    stop: AbortSignal,
  ): Promise<void> {
    const workers = this.flags.workers ?? availableParallelism();
    const totalBytes = sources.reduce((sum, { size }) => sum + size, 0);
    const ids = new Ids();
    const inFlight = new Set<Promise<void>>();
    // The threads start while the input is still being read, unless an earlier run may have done everything.
    let pool = existing.size === 0 ? new Pool(workers, workerFlags(this.flags)) : undefined;
    let failure: unknown;
    const finish = (jobs: number, failures: readonly Failure[]) => {
      for (const failed of failures) log.add(failed);
      this.counts.parts++;
      this.counts.lines += jobs - failures.length;
      this.counts.failed = log.count;
      this.counts.documents = this.counts.lines + log.count;
      this.counts.duplicates = ids.duplicates;
      progress.show({ ...this.counts, bytes: this.bytes, totalBytes });
      if (Date.now() > this.manifestDue) this.writeManifest('running');
    };
    try {
      for await (const part of this.plan(sources, ids, (failed) => log.add(failed), stop)) {
        if (failure !== undefined) break;
        const name = this.nameOf(part);
        const failures = existing.delete(name) ? this.folder.readFailures(name) : undefined;
        if (failures && !failures.some(({ retry }) => retry)) {
          this.counts.reused++;
          finish(part.jobs.length, failures);
          continue;
        }
        pool ??= new Pool(workers, workerFlags(this.flags));
        const task = this.recognizePart(pool, part, name)
          .then((failures) => finish(part.jobs.length, failures))
          .catch((error) => {
            failure ??= error;
          })
          .finally(() => inFlight.delete(task));
        inFlight.add(task);
        if (inFlight.size >= workers * 2) await Promise.race(inFlight);
      }
      await Promise.all(inFlight);
    } finally {
      await pool?.end();
    }
    if (failure !== undefined) throw failure;
    this.counts.failed = log.count;
    this.counts.documents = this.counts.lines + log.count;
    // What is left was changed while this run read it for the second time.
    if (!stop.aborted) this.folder.removeParts(existing);
  }

  private async recognizePart(pool: Pool, part: Part, name: string): Promise<Failure[]> {
    const path = join(this.folder.path, name);
    const { failures, guessed, unwritten } = await pool.run(part, {
      path,
      temporary: this.folder.temporaryFor(path),
      failures: this.folder.failuresPath(name),
    });
    if (unwritten) throw unwritable(this.folder.path, unwritten as NodeJS.ErrnoException);
    this.guessed += guessed;
    return failures;
  }

  private writeManifest(state: State): void {
    this.manifestDue = Date.now() + MANIFEST_MS;
    const manifest: Manifest = {
      format: 1,
      state,
      shard: this.shard,
      ...this.configuration,
      inputs: [...this.inputs],
      counts: this.counts,
      started: this.started.toISOString(),
      updated: new Date().toISOString(),
    };
    this.folder.writeManifest(manifest);
  }

  /** Writes the manifest if it can be written: on the way out of a failure its own failure would hide the first. */
  private tryManifest(state: State): void {
    try {
      this.writeManifest(state);
    } catch {
      // The first failure is being reported.
    }
  }

  private endEarly(stop: AbortSignal): never {
    this.tryManifest('interrupted');
    if (stop.reason === 'lost')
      throw new KunyeError('OUTPUT_FAILED', 'this process stood still for long and another run has taken over');
    throw new KunyeError(
      'INTERRUPTED',
      `interrupted after ${this.counts.documents} documents, nothing is lost; the same command goes on from there`,
    );
  }

  private async summarize(log: FailureLog): Promise<void> {
    const { lines, failed, duplicates, parts, reused } = this.counts;
    const seconds = (Date.now() - this.started.getTime()) / 1000;
    const share = isWhole(this.shard) ? '' : `shard ${this.shard.index}/${this.shard.of}: `;
    const facts = [
      `${share}${lines} documents done in ${seconds.toFixed(1)} s`,
      ...(reused > 0 ? [`${reused} of ${parts} parts were done before`] : []),
      ...(duplicates > 0 ? [`${duplicates} ids were not unique and got #2, #3 ...`] : []),
      ...(this.guessed > 0 ? [`${this.guessed} files were not UTF-8 and were read as windows-1254`] : []),
      `${failed} failed`,
    ];
    if (!this.flags.quiet) await this.session.out.write(`${facts.join('; ')}\n`);
    for (const { code, error } of log.first) this.session.error(new KunyeError(code as KunyeErrorCode, error));
    if (log.count > log.first.length) {
      const message = `and ${log.count - log.first.length} more; all are listed in ${this.folder.errorsPath}`;
      this.session.error(new KunyeError('INPUT_INVALID', message));
    }
  }
}

function failureOf(id: string, { code, message }: KunyeError): Failure {
  return { id, code, error: message };
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
