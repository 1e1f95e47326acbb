import { readFileSync } from 'node:fs';
import { KunyeError } from '../errors.js';

/**
 * Reads a file, or says plainly why it cannot be read.
 * @throws KunyeError INPUT_UNREADABLE
 */
export function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

/**
 * Turns a file system error into ours.
 * @param hint what to add when there is no such file
 */
export function unreadable(path: string, error: NodeJS.ErrnoException, hint = ''): KunyeError {
  const reasons: Record<string, string> = {
    ENOENT: `no such file or folder${hint}`,
    ENAMETOOLONG: `no such file or folder${hint}`,
    ENOTDIR: 'no such file or folder',
    EACCES: 'no permission to read it',
    EISDIR: 'is a folder, not a file',
    ELOOP: 'a loop of symbolic links',
  };
  return new KunyeError('INPUT_UNREADABLE', reasons[error.code ?? ''] ?? error.message, { file: path });
}
