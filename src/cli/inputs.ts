import { createReadStream, lstatSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { KunyeError } from '../errors.js';
import { type ConllDoc, parseConll } from '../input/conll.js';
import type { InputDoc, InputFormat } from '../input/document.js';
import { parseRecord } from '../input/jsonl.js';
import { decode } from '../text/decode.js';
import { type Io, readAll } from './io.js';
import type { InputFlags } from './options.js';
import { readFile, unreadable } from './resources.js';

/** One document on its way in, with what is needed to print it as it came. */
export interface Item {
  doc: InputDoc;
  /** The document in CoNLL form, when it came so. */
  conll?: ConllDoc;
}

/** How the inputs report what they cannot read and what they assume. */
export interface Listener {
  error(error: KunyeError): void;
  note(message: string): void;
}

const STDIN = '-';
const STDIN_NAME = '<stdin>';
const EXTENSIONS: Record<string, InputFormat> = {
  '.txt': 'text',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.conll': 'conll',
  '.iob': 'conll',
  '.bio': 'conll',
};

/**
 * Reads all documents of the inputs, in order: files, folders (recursively, in name order, files of known kinds), `-` for stdin. JSONL is
 * read line by line and never held whole. What cannot be read is reported and skipped.
 */
export async function* readInputs(
  paths: readonly string[],
  flags: InputFlags,
  io: Io,
  listener: Listener,
): AsyncGenerator<Item> {
  for (const path of paths) {
    if (path === STDIN) {
      yield* readStdin(flags, io, listener);
      continue;
    }
    for (const file of expand(path, listener)) {
      try {
        yield* readOne(file, flags, listener);
      } catch (error) {
        if (error instanceof KunyeError) listener.error(error);
        else if ((error as NodeJS.ErrnoException).code)
          listener.error(unreadable(file, error as NodeJS.ErrnoException));
        else throw error;
      }
    }
  }
}

/** Do the inputs hold more than one document, as far as can be told before reading? */
export function areSeveral(paths: readonly string[], from: InputFormat): boolean {
  if (from === 'jsonl' || from === 'conll' || paths.length > 1) return true;
  const [path] = paths;
  if (path === STDIN) return false;
  const kind = formatOf(path);
  return kind === 'jsonl' || kind === 'conll' || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function formatOf(path: string): InputFormat | undefined {
  return EXTENSIONS[extname(path.endsWith('.gz') ? path.slice(0, -3) : path)];
}

function* expand(path: string, listener: Listener): Generator<string> {
  let stat: ReturnType<typeof statSync>;
  try {
    stat = statSync(path);
  } catch (error) {
    listener.error(unreadable(path, error as NodeJS.ErrnoException));
    return;
  }
  if (!stat.isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    const child = join(path, name);
    // Links to folders are not followed: they may lead back.
    if (lstatSync(child).isDirectory()) yield* expand(child, listener);
    else if (formatOf(child)) yield child;
  }
}

async function* readStdin(flags: InputFlags, io: Io, listener: Listener): AsyncGenerator<Item> {
  if (io.stdin.isTTY)
    listener.note(
      'reading Turkish text from the terminal; end it with Ctrl-D (kunye --help shows what else can be read)',
    );
  if (flags.from === 'jsonl') {
    yield* readRecords(io.stdin, STDIN_NAME, flags, listener);
    return;
  }
  const text = decodeInput(await readAll(io.stdin), STDIN_NAME, flags, listener);
  const format = flags.from === 'auto' && looksLikeRecords(text) ? 'jsonl' : flags.from;
  yield* readText(text, STDIN_NAME, format, flags, listener);
}

async function* readOne(file: string, flags: InputFlags, listener: Listener): AsyncGenerator<Item> {
  const format = flags.from === 'auto' ? (formatOf(file) ?? 'text') : flags.from;
  const zipped = file.endsWith('.gz');
  if (format === 'jsonl') {
    const stream = createReadStream(file);
    yield* readRecords(zipped ? stream.pipe(createGunzip()) : stream, file, flags, listener);
    return;
  }
  const bytes = zipped ? await readAll(createReadStream(file).pipe(createGunzip())) : readFile(file);
  for await (const item of readText(decodeInput(bytes, file, flags, listener), file, format, flags, listener))
    yield item;
}

function decodeInput(bytes: Uint8Array, name: string, { encoding }: InputFlags, listener: Listener): string {
  const decoded = decode(bytes, encoding);
  if (decoded.guessed) listener.note(`${name}: not UTF-8; read as windows-1254 (--encoding says otherwise)`);
  return decoded.text;
}

async function* readText(
  text: string,
  name: string,
  format: InputFormat,
  flags: InputFlags,
  listener: Listener,
): AsyncGenerator<Item> {
  if (format === 'conll') {
    for (const conll of parseConll(text)) yield conllItem(conll, name);
  } else if (format === 'jsonl') {
    let number = 0;
    for (const line of text.split('\n')) {
      const item = recordItem(line, name, ++number, flags, listener);
      if (item) yield item;
    }
  } else {
    yield { doc: name === STDIN_NAME ? { text } : { id: name, text } };
  }
}

function conllItem(conll: ConllDoc, name: string): Item {
  const sentences = conll.sentences.map((rows) => rows.map((row) => row.token));
  const doc: InputDoc = { text: '', sentences };
  if (name !== STDIN_NAME) doc.id = `${name}:${conll.sentences[0]?.[0]?.line ?? 1}`;
  return { doc, conll };
}

/** Text that starts with a JSON object on its first line is JSONL. */
function looksLikeRecords(text: string): boolean {
  if (!/^\s*\{/u.test(text)) return false;
  const [first] = text.trimStart().split('\n', 1);
  try {
    return typeof JSON.parse(first) === 'object';
  } catch {
    return false;
  }
}

async function* readRecords(
  stream: Readable,
  name: string,
  flags: InputFlags,
  listener: Listener,
): AsyncGenerator<Item> {
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  failed.catch(() => {});
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  const iterator = lines[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([iterator.next(), failed]);
    if (next.done) return;
    const item = recordItem(next.value, name, ++number, flags, listener);
    if (item) yield item;
  }
}

function recordItem(raw: string, name: string, line: number, flags: InputFlags, listener: Listener): Item | undefined {
  const record = line === 1 ? raw.replace(/^\ufeff/u, '') : raw;
  if (record.trim() === '') return undefined;
  try {
    return { doc: parseRecord(record, { file: name, line }, { text: flags.textField, id: flags.idField }) };
  } catch (error) {
    if (!(error instanceof KunyeError)) throw error;
    listener.error(error);
    return undefined;
  }
}
