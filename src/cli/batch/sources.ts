import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, join, normalize, relative, sep } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Claim, Ids } from '../../batch/ids.js';
import { isOwn } from '../../batch/ids.js';
import type { Content, Job } from '../../batch/job.js';
import { parsePartFileName } from '../../batch/names.js';
import type { Shard } from '../../batch/shard.js';
import { KunyeError } from '../../errors.js';
import { decodeInput, decodeLine } from '../../input/bytes.js';
import { type ConllDoc, parseConll } from '../../input/conll.js';
import type { InputDoc } from '../../input/document.js';
import { parseRecords } from '../../input/jsonl.js';
import { parseId, quickIdReader } from '../../input/record-id.js';
import { fieldsOf, type Listener } from '../inputs.js';
import { encodingOfLines, joinChunks, type Line, readChunks, splitLines, TOO_LARGE, withoutUtf16 } from '../lines.js';
import type { InputFlags } from '../options.js';
import { realPathOf } from '../output-file.js';
import { unreadable } from '../resources.js';
import { type FileFormat, formatOf, walk } from '../walk.js';

/** A file that holds one document or many. */
export interface SourceFile {
  path: string;
  /** Path relative to the folder or glob it was found by; the path as given when it was named itself. */
  id: string;
  format: FileFormat;
  size: number;
}

/**
 * Lists the files of a batch, the same and in the same order wherever it runs: files, folders (recursively) and globs. What cannot be listed
 * is reported.
 * @param skip real path of the output folder, which is never input
 */
export async function listSources(
  paths: readonly string[],
  flags: InputFlags,
  listener: Listener,
  skip: string,
): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  const add = (path: string, id: string, stat: Stats) => {
    const format = flags.from === 'auto' ? formatOf(path) : flags.from;
    sources.push({ path, id: id.split(sep).join('/'), format: format ?? 'text', size: stat.size });
  };
  for (const path of paths) {
    try {
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat?.isDirectory()) {
        if (realpathSync(path) === skip)
          throw new KunyeError('USAGE', `${path} is input and output; choose another folder with -o`);
        for (const found of walk(path, listener, { skip })) add(found.path, relative(path, found.path), found.stat);
      } else if (stat?.isFile()) {
        if (parsePartFileName(basename(path)) && isIn(realpathSync(path), skip))
          throw new KunyeError('USAGE', `${path} is input and output; choose another folder with -o`);
        add(path, normalize(path), stat);
      } else if (stat) throw new KunyeError('INPUT_UNREADABLE', 'is no regular file', { file: path });
      else await addMatches(path, add, listener, skip);
    } catch (error) {
      if (error instanceof KunyeError && error.code === 'USAGE') throw error;
      listener.error(error instanceof KunyeError ? error : unreadable(path, error as NodeJS.ErrnoException));
    }
  }
  return sources;
}

/** Adds the files a glob matches; their ids are relative to the folder the glob starts from. */
async function addMatches(
  pattern: string,
  add: (path: string, id: string, stat: Stats) => void,
  listener: Listener,
  skip: string,
): Promise<void> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  // Tells a broken link or a missing file from a glob.
  if (!isDynamicPattern(pattern)) statSync(pattern);
  const steps = pattern.split('/');
  const magic = steps.findIndex((step) => isDynamicPattern(step));
  const base = steps.slice(0, magic).join('/') || (pattern.startsWith('/') ? '/' : '.');
  const options = { cwd: base, expandDirectories: false, followSymbolicLinks: false };
  const matches = (await glob(steps.slice(magic).join('/'), options)).sort();
  // Of an output folder that the glob starts in, or below, no more than the results are left out.
  const isAbove = isIn(realPathOf(base), skip);
  let count = 0;
  for (const id of matches) {
    const path = join(base, id);
    try {
      if (!formatOf(path) || (isIn(realpathSync(path), skip) && (!isAbove || parsePartFileName(basename(path)))))
        continue;
      const stat = statSync(path);
      if (!stat.isFile()) continue;
      add(path, id, stat);
      count++;
    } catch (error) {
      listener.error(unreadable(path, error as NodeJS.ErrnoException));
    }
  }
  if (count === 0)
    throw new KunyeError('INPUT_UNREADABLE', 'no file of a known kind matches this pattern', { file: pattern });
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** What reading needs besides the files. */
export interface Reading {
  flags: InputFlags;
  shard: Shard;
  ids: Ids;
  /** Told of each document or file of the share that cannot be read. */
  fail(claim: Claim, error: KunyeError): void;
  /** Told how many more bytes of the input have been read. */
  progress(bytes: number): void;
}

/**
 * Finds the documents of a share in the files, in order, in lists: those of a chunk of lines together, for waiting takes longer than finding
 * one. As little as can be is done with them: a file of its own is not opened, and of a line no more is read than its id.
 */
export async function* readJobs(sources: readonly SourceFile[], reading: Reading): AsyncGenerator<Job[]> {
  for (const source of sources) {
    const reader = READERS[source.format];
    yield* reader(source, reading);
  }
}

type Reader = (source: SourceFile, reading: Reading) => Iterable<Job[]> | AsyncIterable<Job[]>;

const READERS: Record<SourceFile['format'], Reader> = {
  text: (source, reading) => fileJob(source, 'text', reading),
  html: (source, reading) => fileJob(source, 'html', reading),
  json: (source, reading) => readContainer(source, reading, recordsOfJson),
  conll: (source, reading) => readContainer(source, reading, recordsOfConll),
  jsonl: (source, reading) => readContainer(source, reading, recordsOfLines),
};

function* fileJob({ path, id, size }: SourceFile, kind: 'text' | 'html', reading: Reading): Iterable<Job[]> {
  reading.progress(size);
  const claim = reading.ids.claim(id);
  if (isOwn(claim, reading.shard)) yield [{ claim, source: path, content: { kind }, size }];
}

/** A record of a file that holds many: its place, its own id if it has one, and its content or why there is none. */
interface RecordAt {
  place: string;
  id: string | undefined;
  content: Extract<Content, { bytes: Uint8Array }> | KunyeError;
}

/** Passes a failure of ours to the reading; anything else is a defect and goes on. */
function failed(reading: Reading, claim: Claim, error: unknown): void {
  if (!(error instanceof KunyeError)) throw error;
  if (isOwn(claim, reading.shard)) reading.fail(claim, error);
}

async function* readContainer(
  source: SourceFile,
  reading: Reading,
  records: (source: SourceFile, reading: Reading) => AsyncGenerator<RecordAt[]>,
): AsyncGenerator<Job[]> {
  try {
    for await (const list of records(source, reading)) {
      const jobs: Job[] = [];
      for (const { place, id, content } of list) {
        const claim = reading.ids.claim(id ?? `${source.id}${place}`);
        if (content instanceof KunyeError) failed(reading, claim, content);
        else if (isOwn(claim, reading.shard))
          jobs.push({ claim, source: `${source.path}${place}`, content, size: content.bytes.length });
      }
      yield jobs;
    }
  } catch (error) {
    failed(reading, reading.ids.claim(source.id), error);
  }
}

async function* recordsOfLines({ path }: SourceFile, { flags, progress }: Reading): AsyncGenerator<RecordAt[]> {
  const quickId = quickIdReader(flags.idField);
  const encoding = encodingOfLines(flags.encoding);
  const recordOfLine = ({ number, bytes }: Line): RecordAt | undefined => {
    const place = `:${number}`;
    if (!bytes) {
      const content = new KunyeError('INPUT_INVALID', TOO_LARGE, { file: path, line: number });
      return { place, id: undefined, content };
    }
    let id = quickId(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    if (id === undefined) {
      const { text } = decodeLine(bytes, encoding);
      if (text.trim() === '') return undefined;
      id = parseId(text, flags.idField);
    }
    return { place, id, content: { kind: 'line', bytes } };
  };
  for await (const lines of splitLines(withoutUtf16(readChunks(path, progress), flags.encoding)))
    yield lines.map(recordOfLine).filter((record) => record !== undefined);
}

async function textOf({ path }: SourceFile, { flags, progress }: Reading): Promise<string> {
  return decodeInput(await joinChunks(readChunks(path, progress), path), path, flags.encoding).text;
}

/** Records of a file read whole are given in lists of so many; between them the heartbeat and signals have their turn. */
const RECORDS_AT_ONCE = 256;

async function* inLists(records: Iterable<RecordAt>): AsyncGenerator<RecordAt[]> {
  let list: RecordAt[] = [];
  for (const record of records) {
    if (list.push(record) < RECORDS_AT_ONCE) continue;
    yield list;
    list = [];
    await nextTurn();
  }
  yield list;
}

async function* recordsOfJson(source: SourceFile, reading: Reading): AsyncGenerator<RecordAt[]> {
  yield* inLists(recordsIn(await textOf(source, reading), source, reading));
}

function* recordsIn(text: string, { path }: SourceFile, { flags }: Reading): Iterable<RecordAt> {
  let only: InputDoc | KunyeError | undefined;
  let index = 0;
  for (const doc of parseRecords(text, path, fieldsOf(flags))) {
    // One alone is the file itself.
    if (index === 0) only = doc;
    else {
      if (only) yield recordAt('[0]', only);
      only = undefined;
      yield recordAt(`[${index}]`, doc);
    }
    index++;
  }
  if (only) yield recordAt('', only);
}

function recordAt(place: string, doc: InputDoc | KunyeError): RecordAt {
  if (doc instanceof KunyeError) return { place, id: undefined, content: doc };
  return { place, id: doc.id, content: recordOf(doc) };
}

async function* recordsOfConll(source: SourceFile, reading: Reading): AsyncGenerator<RecordAt[]> {
  const docs = parseConll(await textOf(source, reading));
  yield* inLists(docs.map(conllRecord));
}

function conllRecord({ sentences }: ConllDoc): RecordAt {
  const tokens = sentences.map((rows) => rows.map((row) => row.token));
  return {
    place: `:${sentences[0]?.[0]?.line ?? 1}`,
    id: undefined,
    content: recordOf({ text: '', sentences: tokens }),
  };
}

function recordOf(doc: InputDoc): { kind: 'record'; bytes: Uint8Array } {
  return { kind: 'record', bytes: Buffer.from(JSON.stringify(doc)) };
}
