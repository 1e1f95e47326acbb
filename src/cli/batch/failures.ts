import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Failure } from '../../batch/job.js';

const SHOWN = 20;

/** Keeps the failures of a run in a file, and the first few for the summary. */
export class FailureLog {
  count = 0;
  readonly first: Failure[] = [];
  /** False when the file could not be written, as on a full disk; there is none then. */
  isWhole = true;
  private file: number | undefined;

  /** @param temporary where they are collected until the run ends */
  constructor(private readonly temporary: string) {}

  /** Adds a failure; only what the log is for is kept of it. */
  add({ id, code, error, retry }: Failure): void {
    const failure: Failure = { id, code, error, ...(retry && { retry }) };
    this.count++;
    if (this.first.length < SHOWN) this.first.push(failure);
    try {
      this.file ??= openSync(this.temporary, 'w');
      writeSync(this.file, `${JSON.stringify(failure)}\n`);
    } catch {
      this.isWhole = false;
    }
  }

  /** Gives the file its name; without failures there is none. */
  finish(path: string): void {
    this.close();
    if (this.count > 0 && this.isWhole) renameSync(this.temporary, path);
    else for (const file of [path, this.temporary]) rmSync(file, { force: true });
  }

  /** Closes the file of a run that ends early; the next run removes it. */
  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }
}
