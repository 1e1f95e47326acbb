import { Ids } from '../../batch/ids.js';
import type { Failure } from '../../batch/job.js';
import { type Configuration, type Counts, configurationKey, type Manifest, type State } from '../../batch/manifest.js';
import { parsePartFileName } from '../../batch/names.js';
import { type Part, Planner } from '../../batch/plan.js';
import { isWhole, type Shard } from '../../batch/shard.js';
import { KunyeError, type KunyeErrorCode } from '../../errors.js';
import type { Session } from '../session.js';
import { describeConfiguration } from './configuration.js';
import { FailureLog } from './failures.js';
import { type OutputFolder, unwritableResults } from './folder.js';
import type { Pool } from './pool.js';
import { makeProgress, type Progress } from './progress.js';
import { readJobs, type SourceFile } from './sources.js';
import type { Goal, PartDone, WorkerFlags } from './task.js';

/** How often the manifest is brought up to date. */
const MANIFEST_MS = 10_000;
/** After so many parts in a row that could not be written, the others are not tried. */
const MOST_UNWRITTEN = 10;

/** One run over one share of a corpus. */
export class BatchRun {
  private readonly configuration: Configuration;
  private readonly key: string;
  private readonly started = new Date();
  private readonly counts: Counts = { documents: 0, lines: 0, failed: 0, duplicates: 0, parts: 0, reused: 0 };
  private readonly log: FailureLog;
  private guessed = 0;
  private bytes = 0;
  private manifestDue = 0;
  /** Why the last part that could not be written could not, and how many in a row there are. */
  private unwritten: KunyeError | undefined;
  private unwrittenInARow = 0;

  constructor(
    private readonly inputs: readonly string[],
    private readonly flags: WorkerFlags & { quiet?: boolean },
    private readonly shard: Shard,
    private readonly folder: OutputFolder,
    private readonly pool: Pool,
    private readonly session: Session,
  ) {
    this.configuration = describeConfiguration(flags);
    this.key = configurationKey(this.configuration);
    this.log = new FailureLog(this.folder.temporaryFor(this.folder.errorsPath));
  }

  /**
   * Does what of the share is not done.
   * @param problems what is known to be wrong with the inputs
   * @throws KunyeError INTERRUPTED, OUTPUT_FAILED; the next run goes on
   */
  async go(sources: readonly SourceFile[], problems: readonly KunyeError[], stop: AbortSignal): Promise<void> {
    try {
      await this.complete(sources, problems, stop);
    } finally {
      this.log.close();
    }
  }

  private async complete(
    sources: readonly SourceFile[],
    problems: readonly KunyeError[],
    stop: AbortSignal,
  ): Promise<void> {
    this.folder.clean();
    const existing = new Set(this.folder.listParts());
    this.removeStale(existing, (name) => parsePartFileName(name)?.configuration !== this.key);
    if (existing.size > 0) await this.removeChanged(existing, sources, stop);
    // In a sharded run every share would report the same unreadable path; the first does.
    if (this.shard.index === 1)
      for (const problem of problems) this.log.add(failureOf(problem.place?.file ?? '', problem));
    await this.writeManifest('running');
    const progress = await makeProgress(this.session.io, this.flags.quiet === true);
    try {
      await this.recognize(sources, existing, progress, stop);
    } catch (error) {
      await this.tryManifest('failed');
      throw error;
    } finally {
      progress.stop();
    }
    if (stop.aborted) await this.endEarly(stop);
    this.log.finish(this.folder.errorsPath);
    if (this.unwritten) await this.tryManifest('failed');
    else await this.writeManifest('complete');
    await this.summarize();
    if (this.unwritten) throw this.unwritten;
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
    const ids = new Ids();
    await this.doParts(
      'name',
      this.plan(sources, ids, () => {}, stop),
      (_, { name }) => current.add(name),
    );
    if (stop.aborted) return;
    // Rather a file cut short by mistake than a corpus given up.
    if (ids.count === 0)
      throw new KunyeError('INPUT_UNREADABLE', `no documents found any more; ${this.folder.path} is left as it is`);
    this.removeStale(existing, (name) => !current.has(name));
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
    for await (const jobs of readJobs(sources, reading)) {
      if (stop.aborted) return;
      for (const job of jobs) {
        if (stop.aborted) return;
        const part = planner.add(job);
        if (part) yield part;
      }
    }
    const last = planner.end();
    if (last) yield last;
  }

  private async recognize(
    sources: readonly SourceFile[],
    existing: Set<string>,
    progress: Progress,
    stop: AbortSignal,
  ): Promise<void> {
    const totalBytes = sources.reduce((sum, { size }) => sum + size, 0);
    const ids = new Ids();
    const parts = this.plan(sources, ids, (failed) => this.log.add(failed), stop);
    await this.doParts(existing.size > 0 ? 'complete' : 'write', parts, (part, done) => {
      existing.delete(done.name);
      this.count(part, done);
      this.counts.duplicates = ids.duplicates;
      progress.show({ ...this.counts, bytes: this.bytes, totalBytes });
    });
    this.countFailed();
    // What is left was changed while this run read it for the second time.
    if (!stop.aborted) this.folder.removeParts(existing);
  }

  /** Has parts done by the workers, a few at a time. */
  private async doParts(
    goal: Goal,
    parts: AsyncIterable<Part>,
    finish: (part: Part, done: PartDone) => void,
  ): Promise<void> {
    const inFlight = new Set<Promise<void>>();
    let failure: unknown;
    for await (const part of parts) {
      const task = this.pool
        .run(goal, this.key, part)
        .then((done) => finish(part, done))
        .catch((error) => {
          failure ??= error;
        })
        .finally(() => inFlight.delete(task));
      inFlight.add(task);
      if (inFlight.size >= this.pool.capacity) await Promise.race(inFlight);
      if (failure !== undefined) break;
      if (goal !== 'name' && Date.now() > this.manifestDue) await this.tryManifest('running');
    }
    await Promise.all(inFlight);
    if (failure !== undefined) throw failure;
  }

  /** Counts what became of a part. @throws KunyeError OUTPUT_FAILED when it is time to give up */
  private count({ jobs }: Part, { failures, guessed, reused, outdated, unwritten }: PartDone): void {
    if (outdated)
      throw new KunyeError(
        'OUTPUT_FAILED',
        'a list or the model was changed while this run used it; run the same command again',
      );
    if (unwritten) {
      this.unwritten = unwritableResults(this.folder.path, unwritten as NodeJS.ErrnoException);
      for (const { claim, source } of jobs) {
        const error = `${source}: its result could not be written (${unwritten.message})`;
        this.log.add({ id: claim.id, code: 'OUTPUT_FAILED', error });
      }
      if (++this.unwrittenInARow >= MOST_UNWRITTEN) throw this.unwritten;
    } else {
      for (const failure of failures) this.log.add(failure);
      this.unwrittenInARow = 0;
      this.counts.parts++;
      this.counts.lines += jobs.length - failures.length;
      this.guessed += guessed;
      if (reused) this.counts.reused++;
    }
    this.countFailed();
  }

  private countFailed(): void {
    this.counts.failed = this.log.count;
    this.counts.documents = this.counts.lines + this.log.count;
  }

  private async writeManifest(state: State): Promise<void> {
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
    await this.folder.writeManifest(manifest);
  }

  /** Writes the manifest if it can be written: it matters less than the parts, and less than the failure a run ends with. */
  private async tryManifest(state: State): Promise<void> {
    try {
      await this.writeManifest(state);
    } catch {
      // The manifest stays as it was.
    }
  }

  private async endEarly(stop: AbortSignal): Promise<never> {
    await this.tryManifest('interrupted');
    if (stop.reason === 'lost')
      throw new KunyeError('OUTPUT_FAILED', 'this process stood still for long and another run has taken over');
    throw new KunyeError(
      'INTERRUPTED',
      `interrupted after ${this.counts.documents} documents, nothing is lost; the same command goes on from there`,
    );
  }

  private async summarize(): Promise<void> {
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
    for (const { code, error } of this.log.first) this.session.error(new KunyeError(code as KunyeErrorCode, error));
    const more = this.log.count - this.log.first.length;
    if (more > 0) {
      const message = `and ${more} more${this.log.isWhole ? `; all are listed in ${this.folder.errorsPath}` : ''}`;
      this.session.error(new KunyeError('INPUT_INVALID', message));
    }
  }
}

function failureOf(id: string, { code, message }: KunyeError): Failure {
  return { id, code, error: message };
}
