import { KunyeError } from '../errors.js';
import { Exit, exitCodeOf } from './exit.js';
import type { Listener } from './inputs.js';
import { type Io, Output } from './io.js';

/** One run of a command: where it writes, what went wrong so far. */
export class Session implements Listener {
  readonly out: Output;
  private readonly errors: Output;
  private code: number = Exit.Ok;

  constructor(
    readonly io: Io,
    private readonly quiet: boolean,
  ) {
    this.out = new Output(io.stdout);
    this.errors = new Output(io.stderr);
  }

  /** Reports what could not be done; the run goes on and ends with the error's exit code. */
  error(error: KunyeError): void {
    this.tell(error.message);
    this.code = Math.max(this.code, exitCodeOf(error));
  }

  /** Notes that a check or a limit was missed; what there is to say about it is in the output. */
  fail(): void {
    this.code = Math.max(this.code, Exit.Regression);
  }

  /** Tells something worth knowing, unless the user wants quiet. */
  note(message: string): void {
    if (!this.quiet) this.tell(message);
  }

  private tell(message: string): void {
    void this.errors.write(`kunye: ${printable(message)}\n`).catch(() => {});
  }

  get exitCode(): number {
    return this.code;
  }
}

/** A message without the control characters that names and contents of files may bring along: they could steer a terminal. */
export function printable(message: string): string {
  return message.replace(/(?![\t\n])\p{Cc}/gu, '·');
}

/** May output be coloured: asked for, or on a terminal and not forbidden (https://no-color.org)? */
export function wantsColor(io: Io, asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked;
  if (io.env.NO_COLOR) return false;
  return io.stdout.isTTY === true && io.env.TERM !== 'dumb';
}

/** Is the error ours to report in a line, rather than a defect? */
export function isReportable(error: unknown): error is KunyeError {
  return error instanceof KunyeError;
}
