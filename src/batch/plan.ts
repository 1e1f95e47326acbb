import type { Job } from './job.js';

/** A bounded run of documents that is done, written and repeated as one. */
export interface Part {
  jobs: Job[];
  /** Size of its input in bytes. */
  size: number;
}

const FEWEST_JOBS = 32;
const MOST_JOBS = 256;
const MOST_BYTES = 1 << 20;
/** After the fewest documents, one in this many, chosen by its id, ends a part. */
const MEAN_FURTHER_JOBS = 64;

/**
 * Cuts a stream of documents into parts. Mostly the documents themselves decide where a part ends (content-defined chunking, as in rsync and
 * LBFS), so that a document added or removed changes one part, not all that follow.
 */
export class Planner {
  private jobs: Job[] = [];
  private size = 0;

  /** Takes the next document; gives a part when it completes one. */
  add(job: Job): Part | undefined {
    this.jobs.push(job);
    this.size += job.size;
    const count = this.jobs.length;
    const full = count >= MOST_JOBS || this.size >= MOST_BYTES;
    const cut = count >= FEWEST_JOBS && job.claim.second % MEAN_FURTHER_JOBS === 0;
    return full || cut ? this.end() : undefined;
  }

  /** Gives the last part, if any document is left. */
  end(): Part | undefined {
    if (this.jobs.length === 0) return undefined;
    const part = { jobs: this.jobs, size: this.size };
    this.jobs = [];
    this.size = 0;
    return part;
  }
}
