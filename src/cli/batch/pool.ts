import { Piscina } from 'piscina';
import type { Job, PartFailure } from '../../batch/job.js';
import type { Part } from '../../batch/plan.js';
import { type Goal, type PartDone, type PartTask, packTask, type WorkerData } from './task.js';

/** Longest time a part may take: far more than any needs, so that only what would never end is given up. */
const PATIENCE_MS = 120_000;
const PATIENCE_BYTES_PER_MS = 20;
/** One part is being recognized, one or two wait for the disk, and the next is there before it is asked for. */
const PARTS_PER_WORKER = 4;

/** The worker threads of a run; they start at once. */
export class Pool {
  /** So many parts keep all threads busy. */
  readonly capacity: number;
  private readonly threads: Threads;
  private readonly quarantine: () => Threads;
  private isolated: Threads | undefined;
  /** Ends when the suspects so far have been tried. */
  private suspects: Promise<unknown> = Promise.resolve();

  constructor(workers: number, data: WorkerData) {
    this.capacity = workers * PARTS_PER_WORKER;
    this.threads = startThreads(workers, PARTS_PER_WORKER, data);
    this.quarantine = () => {
      this.isolated ??= startThreads(1, 1, data);
      return this.isolated;
    };
  }

  /**
   * Has a part done. When its worker dies or does not come back, the part is suspect, with the others that worker had. Suspects are done one
   * after the other by a thread of their own: their documents are tried one by one, and those that kill again are given up as failed; the
   * others get their lines.
   */
  async run(goal: Goal, configuration: string, part: Part): Promise<PartDone> {
    try {
      return await send(this.threads, packTask(goal, configuration, part.jobs), part.size);
    } catch {
      const done = this.suspects.then(() => runSuspect(this.quarantine(), goal, configuration, part));
      this.suspects = done.catch(() => {});
      return done;
    }
  }

  /** Ends the threads at once. */
  async end(): Promise<void> {
    await Promise.all([this.threads.destroy(), this.isolated?.destroy()]);
  }
}

type Threads = Piscina<PartTask, PartDone>;

function startThreads(count: number, tasksPerThread: number, data: WorkerData): Threads {
  return new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: tasksPerThread,
    recordTiming: false,
    workerData: data,
  });
}

async function runSuspect(
  threads: Threads,
  goal: Goal,
  configuration: string,
  { jobs, size }: Part,
): Promise<PartDone> {
  const failed: Record<number, PartFailure> = {};
  for (const [index, job] of jobs.entries()) {
    try {
      await send(threads, packTask('try', configuration, [job]), job.size);
    } catch (error) {
      failed[index] = killedBy(job, error as Error);
    }
  }
  return send(threads, packTask(goal, configuration, jobs, failed), size);
}

function send(threads: Threads, task: PartTask, size: number): Promise<PartDone> {
  return threads.run(task, {
    signal: AbortSignal.timeout(PATIENCE_MS + Math.ceil(size / PATIENCE_BYTES_PER_MS)),
    transferList: [task.bytes.buffer],
  });
}

function killedBy({ claim, source }: Job, error: Error): PartFailure {
  const reason = error.name === 'AbortError' ? 'took too long' : error.message;
  return {
    id: claim.id,
    source,
    code: 'INPUT_INVALID',
    error: `${source}: given up, it stopped its worker (${reason})`,
    retry: true,
  };
}
