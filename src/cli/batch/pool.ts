import { Piscina } from 'piscina';
import type { Job, PartFailure } from '../../batch/job.js';
import type { Part } from '../../batch/plan.js';
import { type Goal, type PartDone, type PartTask, packTask, type WorkerData } from './task.js';

/** Longest time that parts of so many bytes may take: far more than any need, so that only what would never end is given up. */
export type Patience = (bytes: number) => number;
const PATIENCE: Patience = (bytes) => 120_000 + Math.ceil(bytes / 20);
/** One part is being recognized, one or two wait for the disk, and the next is there before it is asked for. */
const PARTS_PER_WORKER = 4;

/** The worker threads of a run; they start at once. */
export class Pool {
  /** So many parts keep all threads busy. */
  readonly capacity: number;
  private threads: Threads;
  private readonly start: () => Threads;
  private ended = false;
  /** Bytes of the parts that have been sent and not come back. */
  private underWay = 0;
  private readonly startOne: () => Threads;
  private isolated: Threads | undefined;
  /** Ends when the suspects so far have been tried. */
  private suspects: Promise<unknown> = Promise.resolve();

  /** @param patience in milliseconds */
  constructor(
    workers: number,
    data: WorkerData,
    private readonly patience: Patience = PATIENCE,
  ) {
    this.capacity = workers * PARTS_PER_WORKER;
    this.start = () => startThreads(workers, PARTS_PER_WORKER, data);
    this.threads = this.start();
    this.startOne = () => startThreads(1, 1, data);
  }

  /**
   * Has a part done. When its worker dies or does not come back, the part is suspect, with the others that were under way. Suspects are done one
   * after the other by a thread of their own: their documents are tried one by one, and those that kill again are given up as failed; the
   * others get their lines.
   */
  async run(goal: Goal, configuration: string, part: Part): Promise<PartDone> {
    try {
      return await this.send(packTask(goal, configuration, part.jobs), part.size);
    } catch (error) {
      if (this.ended) throw error;
      const done = this.suspects.then(() => this.runSuspect(goal, configuration, part));
      this.suspects = done.catch(() => {});
      return done;
    }
  }

  /** Sends a part to a thread that has others as well: piscina lets a thread have no more than one that can be called off. */
  private async send(task: PartTask, size: number): Promise<PartDone> {
    const { threads } = this;
    this.underWay += size;
    const late = setTimeout(() => this.startAnew(threads), this.patience(this.underWay));
    try {
      return await threads.run(task, { transferList: [task.bytes.buffer] });
    } finally {
      clearTimeout(late);
      this.underWay -= size;
    }
  }

  /** Puts new threads in the place of some of which one does not come back; what they had under way fails. */
  private startAnew(threads: Threads): void {
    if (threads !== this.threads) return;
    this.threads = this.start();
    threads.destroy().catch(() => {});
  }

  private async runSuspect(goal: Goal, configuration: string, { jobs, size }: Part): Promise<PartDone> {
    const failed: Record<number, PartFailure> = {};
    for (const [index, job] of jobs.entries()) {
      try {
        await this.sendAlone(packTask('try', configuration, [job]), job.size);
      } catch (error) {
        failed[index] = killedBy(job, error as Error);
      }
    }
    return this.sendAlone(packTask(goal, configuration, jobs, failed), size);
  }

  /** Sends a task to a thread that has no other; it is called off when it takes too long. */
  private sendAlone(task: PartTask, size: number): Promise<PartDone> {
    this.isolated ??= this.startOne();
    return this.isolated.run(task, {
      signal: AbortSignal.timeout(this.patience(size)),
      transferList: [task.bytes.buffer],
    });
  }

  /** Ends the threads at once. */
  async end(): Promise<void> {
    this.ended = true;
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
