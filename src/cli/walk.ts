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

/**
 * Finds the files of known kinds in a folder and its folders, in name order (by code unit, the same on every machine). What cannot be looked
 * at is reported and passed over. Links to files are followed; links to folders are not, since they may lead back, and a note says so.
 * @param skip real path of a folder to leave out
 */
export function* walk(folder: string, listener: Listener, skip?: string): Generator<Found> {
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
      yield* walk(path, listener, skip);
      continue;
    }
    if (!entry.isSymbolicLink() && !formatOf(path)) continue;
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) reportFolderLink(folder, path, listener);
      else if (formatOf(path) && stat.isFile()) yield { path, stat };
      else if (formatOf(path)) listener.error(new KunyeError('INPUT_UNREADABLE', 'is no regular file', { file: path }));
    } catch (error) {
      const reason = error as NodeJS.ErrnoException;
      if (formatOf(path) || reason.code === 'ELOOP') listener.error(unreadable(path, reason));
    }
  }
}

function reportFolderLink(folder: string, link: string, listener: Listener): void {
  const target = realpathSync(link);
  const back = `${realpathSync(folder)}${sep}`.startsWith(target === sep ? sep : `${target}${sep}`);
  if (back) listener.error(new KunyeError('INPUT_UNREADABLE', 'a loop of symbolic links', { file: link }));
  else listener.note(`${link}: a link to a folder, not followed; name ${target} to read it`);
}
