import { hasEnding } from '../text/ending.js';

/** Text that keeps a worker busy about as long as the next one takes to get fast (docs/scale.md). */
const BYTES_A_WORKER = 8e6;
/** How many times as long as its gzip text of news is. */
const PACKED_TIMES = 3;

/**
 * So many workers as there are cores, but no more than the input keeps busy: each compiles for itself before it is fast.
 * @param files paths and sizes in bytes; those ending in .gz count as the text packed in them
 * @param shards parts the input is shared out to
 */
export function usefulWorkers(files: readonly { path: string; size: number }[], shards: number, cores: number): number {
  const bytes = files.reduce((sum, { path, size }) => sum + size * (hasEnding(path, '.gz') ? PACKED_TIMES : 1), 0);
  return Math.min(cores, 1 + Math.floor(bytes / shards / BYTES_A_WORKER));
}
