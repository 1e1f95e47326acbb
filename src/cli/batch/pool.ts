import { Piscina } from 'piscina';
import type { Failure, Job } from '../../batch/job.js';
import type { Part } from '../../batch/plan.js';
import type { PartDone, PartTask, WorkerFlags } from './worker.js';

/** Longest time a part may take: far more than any needs, so that only what would never end is given up. */
const PATIENCE_MS = 120_000;
const PATIENCE_BYTES_PER_MS = 20;

/** The worker threads of a run. */
export class Pool {
  private readonly piscina: Piscina<PartTask, PartDone>;

  constructor(workers: number, flags: WorkerFlags) {
    this.piscina = new Piscina({
      filename: new URL('./worker.js', import.meta.url).href,
      minThreads: workers,
      maxThreads: workers,
      workerData: flags,
    });
  }

  /**
   * Has a part done. When a worker dies of it or does not come back, its documents are tried one by one, and those that kill again are given
   * up as failed; the others get their lines.
   */
  async run({ jobs, size }: Part, output: NonNullable<PartTask['output']>): Promise<PartDone> {
    const task: PartTask = {
      jobs: jobs.map(({ claim, source, content }) => ({ id: claim.id, source, content })),
      failed: {},
      output,
    };
    try {
      return await this.send(task, size);
    } catch {
      for (const [index, job] of jobs.entries()) {
        try {
          await this.send({ jobs: [task.jobs[index]], failed: {} }, job.size);
        } catch (error) {
          task.failed[index] = killedBy(job, error as Error);
        }
      }
      return this.send(task, size);
    }
  }

  private send(task: PartTask, size: number): Promise<PartDone> {
    return this.piscina.run(task, {
      signal: AbortSignal.timeout(PATIENCE_MS + Math.ceil(size / PATIENCE_BYTES_PER_MS)),
    });
  }

  /** Ends the threads at once. */
  async end(): Promise<void> {
    await this.piscina.destroy();
  }
}

function killedBy({ claim, source }: Job, error: Error): Failure {
  const reason = error.name === 'AbortError' ? 'took too long' : error.message;
  return {
    id: claim.id,
    code: 'INPUT_INVALID',
    error: `${source}: given up, it stopped its worker (${reason})`,
    retry: true,
  };
}
