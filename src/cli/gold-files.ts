import { existsSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { KunyeError } from '../errors.js';
import { parseBrat } from '../input/brat.js';
import { decodeInput } from '../input/bytes.js';
import { type GoldDoc, type GoldOptions, parseGold } from '../input/gold.js';
import { hasEnding, withoutEnding } from '../text/ending.js';
import { fold, upper } from '../text/fold.js';
import type { Listener } from './inputs.js';
import { type Io, readAll } from './io.js';
import { readFile, unreadable } from './resources.js';
import { isRegular, walk } from './walk.js';

const GOLD_NAME = /\.(?:ann|(?:jsonl|ndjson|conll|iob|bio)(?:\.gz)?)$/u;
const ANNOTATION = '.ann';
const TEXT = '.txt';

/** Reads and decodes a file, unpacked when its name ends in .gz. @throws KunyeError INPUT_UNREADABLE, INPUT_INVALID when it is no text */
export function readText(path: string): string {
  const bytes = readFile(path);
  return decodeInput(hasEnding(path, '.gz') ? unpack(bytes, path) : bytes, path).text;
}

function unpack(bytes: Uint8Array, path: string): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new KunyeError('INPUT_UNREADABLE', `not gzip (${(error as Error).message})`, { file: path });
  }
}

/** Reads all gold of files, folders (JSON lines, CoNLL, brat; in name order) and `-` for stdin. What is no gold is reported and left out. */
export async function readGold(
  paths: readonly string[],
  options: GoldOptions,
  io: Io,
  listener: Listener,
): Promise<GoldDoc[]> {
  const docs: GoldDoc[] = [];
  for (const path of paths) {
    try {
      if (path === '-')
        docs.push(...parseGold(decodeInput(await readAll(io.stdin), '<stdin>').text, '<stdin>', options));
      else for (const file of goldFiles(path, listener)) docs.push(...readOne(file, options, listener));
    } catch (error) {
      if (!(error instanceof KunyeError)) throw error;
      listener.error(error);
    }
  }
  return docs;
}

/** The files that documents of gold were read from, the texts of brat among them. */
export function filesOf(docs: readonly GoldDoc[]): string[] {
  const files = [...new Set(docs.map(({ file }) => file))];
  return files.flatMap((file) => (hasEnding(file, ANNOTATION) ? [file, besideIt(file, ANNOTATION, TEXT)] : [file]));
}

function readOne(file: string, options: GoldOptions, listener: Listener): GoldDoc[] {
  try {
    if (!hasEnding(file, ANNOTATION)) return parseGold(readText(file), file, options);
    const text = besideIt(file, ANNOTATION, TEXT);
    if (!isRegular(text)) throw new KunyeError('GOLD_INVALID', `its text ${text} is missing`, { file });
    return [parseBrat(readText(file), readText(text), file)];
  } catch (error) {
    if (!(error instanceof KunyeError)) throw error;
    listener.error(error);
    return [];
  }
}

/** The file of the same name with another ending, which may be written in small letters or large; in small ones when there is none. */
function besideIt(file: string, ending: string, other: string): string {
  const stem = withoutEnding(file, ending);
  const large = `${stem}${upper(other)}`;
  return !existsSync(`${stem}${other}`) && existsSync(large) ? large : `${stem}${other}`;
}

function goldFiles(path: string, listener: Listener): string[] {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
  if (!isFolder) {
    // A brat text stands for its annotation.
    const annotation = besideIt(path, TEXT, ANNOTATION);
    return [hasEnding(path, TEXT) && existsSync(annotation) ? annotation : path];
  }
  const isWanted = (name: string) => GOLD_NAME.test(fold(name));
  const files = [...walk(path, listener, { isWanted })].map((found) => found.path).sort();
  if (files.length === 0)
    throw new KunyeError('GOLD_INVALID', 'no gold in this folder; right would be .jsonl, .conll or .ann with .txt', {
      file: path,
    });
  return files;
}
