import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { KunyeError } from '../errors.js';
import type { InputFormat } from '../input/document.js';
import { hasEnding, withoutEnding } from '../text/ending.js';
import { fold } from '../text/fold.js';
import type { Listener } from './inputs.js';
import { unreadable } from './resources.js';

/** Formats a file can have. */
export type FileFormat = Exclude<InputFormat, 'auto'>;

const EXTENSIONS: Record<string, FileFormat> = {
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.conll': 'conll',
  '.iob': 'conll',
  '.bio': 'conll',
};

/** The kinds of files that are read in folders, for messages. */
export const KNOWN_FILES = `${Object.keys(EXTENSIONS).join(' ')}, each also .gz`;

/** Ending of the expectations that `kunye check` keeps beside its articles. */
export const EXPECTATION = '.kunye.json';

/** Tells a file's format by its name, in whatever case; undefined when künye does not read the kind. */
export function formatOf(path: string): FileFormat | undefined {
  if (hasEnding(path, EXPECTATION)) return undefined;
  return EXTENSIONS[fold(extname(withoutEnding(path, '.gz')))];
}

/** A file found in a folder. */
export interface Found {
  path: string;
  stat: Stats;
}

/** What {@link walk} looks for and what it leaves out. */
export interface WalkOptions {
  /** Real path of a folder to leave out. */
  skip?: string;
  /** Is a file of this name looked for? By default those of known kinds are. */
  isWanted?: (path: string) => boolean;
}

function isKnown(path: string): boolean {
  return formatOf(path) !== undefined;
}

/**
 * Finds the files of known kinds in a folder and its folders, in name order (by code unit, the same on every machine). What cannot be looked
 * at is reported and passed over. Links to files are followed; links to folders are not, since they may lead back, and a note says so.
 */
export function* walk(folder: string, listener: Listener, options: WalkOptions = {}): Generator<Found> {
  const { skip, isWanted = isKnown } = options;
  let entries: Dirent[];
  try {
    if (skip !== undefined && realpathSync(folder) === skip) return;
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    listener.error(unreadable(folder, error as NodeJS.ErrnoException));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* walk(path, listener, options);
      continue;
    }
    const wanted = isWanted(path);
    if (!entry.isSymbolicLink() && !wanted) continue;
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) reportFolderLink(folder, path, listener);
      else if (wanted && stat.isFile()) yield { path, stat };
      else if (wanted) listener.error(irregular(path));
    } catch (error) {
      const reason = error as NodeJS.ErrnoException;
      if (wanted || reason.code === 'ELOOP') listener.error(unreadable(path, reason));
    }
  }
}

function irregular(path: string): KunyeError {
  return new KunyeError('INPUT_UNREADABLE', 'is no regular file', { file: path });
}

/**
 * Is there a file that can be read to its end? A pipe might never have one.
 * @throws KunyeError INPUT_UNREADABLE for what is there and no regular file
 */
export function isRegular(path: string): boolean {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && !stat.isFile()) throw irregular(path);
    return stat !== undefined;
  } catch (error) {
    throw error instanceof KunyeError ? error : unreadable(path, error as NodeJS.ErrnoException);
  }
}

function reportFolderLink(folder: string, link: string, listener: Listener): void {
  const target = realpathSync(link);
  const back = `${realpathSync(folder)}${sep}`.startsWith(target === sep ? sep : `${target}${sep}`);
  if (back) listener.error(new KunyeError('INPUT_UNREADABLE', 'a loop of symbolic links', { file: link }));
  else listener.note(`${link}: a link to a folder, not followed; name ${target} to read it`);
}
