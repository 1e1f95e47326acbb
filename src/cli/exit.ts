import type { KunyeError } from '../errors.js';

/** Exit codes of the command line. */
export const Exit = { Ok: 0, Regression: 1, Usage: 2, BadInput: 3, Interrupted: 130 } as const;

/** Gives the exit code an error leads to. */
export function exitCodeOf(error: KunyeError): number {
  switch (error.code) {
    case 'USAGE':
      return Exit.Usage;
    case 'REGRESSION':
      return Exit.Regression;
    case 'INTERRUPTED':
      return Exit.Interrupted;
    default:
      return Exit.BadInput;
  }
}
