import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Failure } from '../../batch/job.js';

const SHOWN = 20;

/** Keeps the failures of a run in a file, and the first few for the summary. */
export class FailureLog {
  count = 0;
  readonly first: Failure[] = [];
  private file: number | undefined;

  /** @param temporary where they are collected until the run ends */
  constructor(private readonly temporary: string) {}

  add(failure: Failure): void {
    this.file ??= openSync(this.temporary, 'w');
    writeSync(this.file, `${JSON.stringify(failure)}\n`);
    this.count++;
    if (this.first.length < SHOWN) this.first.push(failure);
  }

  /** Gives the file its name; without failures there is none. */
  finish(path: string): void {
    if (this.file === undefined) {
      rmSync(path, { force: true });
      return;
    }
    closeSync(this.file);
    this.file = undefined;
    renameSync(this.temporary, path);
  }
}
