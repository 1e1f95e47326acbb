import { accessSync, constants, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { KunyeError } from '../errors.js';

const REASONS: Record<string, string> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'no such folder',
  EISDIR: 'is a folder, not a file',
  EACCES: 'no permission to write here',
  EPERM: 'no permission to write here',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
};

/**
 * Turns a file system error of writing into ours.
 * @param reasons what is to be said instead of the usual, by the error's code
 */
export function unwritable(
  path: string,
  error: NodeJS.ErrnoException,
  reasons: Record<string, string> = {},
): KunyeError {
  const code = error.code ?? '';
  return new KunyeError('OUTPUT_FAILED', reasons[code] ?? REASONS[code] ?? error.message, { file: path });
}

/** Real path of a file or folder, or where it would be: it may not be there yet. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/**
 * Finds out before the work whether its result can be written.
 * @param inputs paths of all that is read, none of which is overwritten, by whatever path or link
 * @throws KunyeError USAGE, OUTPUT_FAILED
 */
export function checkOutput(path: string, inputs: readonly string[]): void {
  const real = realPathOf(path);
  if (inputs.some((input) => realPathOf(input) === real))
    throw new KunyeError('USAGE', `${path} is input and output; choose another file with -o`);
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) throw new KunyeError('OUTPUT_FAILED', REASONS.EISDIR, { file: path });
    // The separator lets a file that stands for the folder fail.
    accessSync(stat ? path : `${dirname(path)}${sep}`, constants.W_OK);
  } catch (error) {
    throw error instanceof KunyeError ? error : unwritable(path, error as NodeJS.ErrnoException);
  }
}

/** Writes a file. @throws KunyeError OUTPUT_FAILED */
export function writeOutput(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw unwritable(path, error as NodeJS.ErrnoException);
  }
}
