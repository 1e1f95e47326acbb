import { statSync } from 'node:fs';
import { KunyeError } from '../errors.js';
import { decodeInput, decodeLine } from '../input/bytes.js';
import { type ConllDoc, parseConll } from '../input/conll.js';
import type { InputDoc, InputFormat, RecordFields } from '../input/document.js';
import { parseHtml } from '../input/html.js';
import { parseRecord, parseRecords } from '../input/jsonl.js';
import { loadHtmlTools } from './html.js';
import { bytesOf, type Io } from './io.js';
import { encodingOfLines, joinChunks, readChunks, splitLines, TOO_LARGE, withoutUtf16 } from './lines.js';
import type { InputFlags } from './options.js';
import { unreadable } from './resources.js';
import { formatOf, KNOWN_FILES, walk } from './walk.js';

/** One document on its way in, with what is needed to print it as it came. */
export interface Item {
  doc: InputDoc;
  /** The document in CoNLL form, when it came so. */
  conll?: ConllDoc;
  /** Did the document come in a list of records? */
  listed?: boolean;
}

/** How the inputs report what they cannot read and what they assume. */
export interface Listener {
  error(error: KunyeError): void;
  note(message: string): void;
}

const STDIN = '-';
const STDIN_NAME = '<stdin>';
/** Longer paths are shortened in messages. */
const LONGEST_NAME = 120;

/**
 * Reads all documents of the inputs, in order: files, folders (recursively, in name order, files of known kinds), `-` for stdin. JSONL is
 * read line by line and never held whole. What cannot be read is reported and skipped.
 * @returns lists of documents: what can be had without waiting for more
 * @param hint what to add to the message about a path that leads nowhere
 */
export async function* readInputs(
  paths: readonly string[],
  flags: InputFlags,
  io: Io,
  listener: Listener,
  hint: (path: string) => string = () => '',
): AsyncGenerator<Item[]> {
  for (const path of paths) {
    if (path === STDIN) {
      yield* readStdin(flags, io, listener);
      continue;
    }
    for (const file of expand(path, listener, hint)) {
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

/** Do the inputs hold more than one document, as far as can be told before reading? JSON, and JSONL on stdin, tell it later: {@link Item.listed}. */
export function areSeveral(paths: readonly string[], from: InputFormat): boolean {
  const records: readonly (InputFormat | undefined)[] = ['jsonl', 'conll'];
  if (records.includes(from) || paths.length > 1) return true;
  const [path] = paths;
  if (path === STDIN) return false;
  return records.includes(formatOf(path)) || isFolder(path);
}

/** What cannot be looked at is reported when its turn comes. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function* expand(path: string, listener: Listener, hint: (path: string) => string): Generator<string> {
  let stat: ReturnType<typeof statSync>;
  try {
    stat = statSync(path);
  } catch (error) {
    const name = path.length > LONGEST_NAME ? `${path.slice(0, LONGEST_NAME)}…` : path;
    listener.error(unreadable(name, error as NodeJS.ErrnoException, hint(path)));
    return;
  }
  if (!stat.isDirectory()) {
    yield path;
    return;
  }
  let empty = true;
  for (const found of walk(path, listener)) {
    empty = false;
    yield found.path;
  }
  if (empty) listener.note(`${path}: no files to read in this folder; read are ${KNOWN_FILES}`);
}

async function* readStdin(flags: InputFlags, io: Io, listener: Listener): AsyncGenerator<Item[]> {
  if (io.stdin.isTTY)
    listener.note(
      'reading Turkish text from the terminal; end it with Ctrl-D (kunye --help shows what else can be read)',
    );
  try {
    if (flags.from === 'jsonl') {
      yield* readRecords(bytesOf(io.stdin), STDIN_NAME, flags, listener);
      return;
    }
    const text = decodeWhole(await joinChunks(bytesOf(io.stdin), STDIN_NAME), STDIN_NAME, flags, listener);
    yield* readText(text, STDIN_NAME, flags.from === 'auto' ? sniff(text) : flags.from, flags, listener);
  } catch (error) {
    if (!(error instanceof KunyeError)) throw error;
    listener.error(error);
  }
}

async function* readOne(file: string, flags: InputFlags, listener: Listener): AsyncGenerator<Item[]> {
  const format = flags.from === 'auto' ? (formatOf(file) ?? 'text') : flags.from;
  const chunks = readChunks(file);
  if (format === 'jsonl') yield* readRecords(chunks, file, flags, listener);
  else
    yield* readText(decodeWhole(await joinChunks(chunks, file), file, flags, listener), file, format, flags, listener);
}

/** Decodes a whole input. @throws KunyeError INPUT_INVALID when it is no text */
function decodeWhole(bytes: Uint8Array, name: string, { encoding }: InputFlags, listener: Listener): string {
  const { text, guessed } = decodeInput(bytes, name, encoding);
  if (guessed) noteGuess(name, listener);
  return text;
}

function noteGuess(name: string, listener: Listener): void {
  listener.note(`${name}: not UTF-8; read as windows-1254 (--encoding says otherwise)`);
}

async function* readText(
  text: string,
  name: string,
  format: InputFormat,
  flags: InputFlags,
  listener: Listener,
): AsyncGenerator<Item[]> {
  const id = name === STDIN_NAME ? undefined : { id: name };
  if (format === 'conll') {
    for (const conll of parseConll(text)) yield [conllItem(conll, name)];
  } else if (format === 'jsonl') {
    const lines = text.split('\n');
    const listed = lines.filter((line) => line.trim() !== '').length > 1;
    for (const [index, line] of lines.entries()) {
      const item = recordItem(line, name, index + 1, flags, listener);
      if (item) yield [{ ...item, listed }];
    }
  } else if (format === 'json') {
    const listed = text.trimStart().startsWith('[');
    for (const record of parseRecords(text, name, fieldsOf(flags))) {
      if (record instanceof KunyeError) listener.error(record);
      else yield [{ doc: { ...id, ...record }, listed }];
    }
  } else if (format === 'html') {
    yield [{ doc: { ...id, ...parseHtml(text, await loadHtmlTools(), name) } }];
  } else {
    yield [{ doc: { ...id, text } }];
  }
}

/** Names of the record fields the flags ask for. */
export function fieldsOf({ textField, idField }: InputFlags): RecordFields {
  return { text: textField, id: idField };
}

function conllItem(conll: ConllDoc, name: string): Item {
  const sentences = conll.sentences.map((rows) => rows.map((row) => row.token));
  const doc: InputDoc = { text: '', sentences };
  if (name !== STDIN_NAME) doc.id = `${name}:${conll.sentences[0]?.[0]?.line ?? 1}`;
  return { doc, conll };
}

/** Tells text on stdin by its beginning: a web page, JSONL when its first line is a JSON object, JSON when all of it is. */
function sniff(text: string): InputFormat {
  const beginning = text.slice(0, 1000).trimStart();
  if (/^<(?:!doctype\s+html|html)[\s>]/iu.test(beginning)) return 'html';
  if (!/^(?:\{|\[\s*\{)/u.test(beginning)) return 'text';
  const [first] = text.trimStart().split('\n', 1);
  if (beginning.startsWith('{') && isJson(first)) return 'jsonl';
  return isJson(text) ? 'json' : 'text';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  flags: InputFlags,
  listener: Listener,
): AsyncGenerator<Item[]> {
  const encoding = encodingOfLines(flags.encoding);
  let noted = false;
  for await (const lines of splitLines(withoutUtf16(chunks, flags.encoding))) {
    const items: Item[] = [];
    for (const { number, bytes } of lines) {
      if (!bytes) {
        listener.error(new KunyeError('INPUT_INVALID', TOO_LARGE, { file: name, line: number }));
        continue;
      }
      const { text, guessed } = decodeLine(bytes, encoding);
      if (guessed && !noted) noteGuess(name, listener);
      noted ||= guessed;
      const item = recordItem(text, name, number, flags, listener);
      if (item) items.push(item);
    }
    if (items.length > 0) yield items;
  }
}

function recordItem(raw: string, name: string, line: number, flags: InputFlags, listener: Listener): Item | undefined {
  if (raw.trim() === '') return undefined;
  try {
    return { doc: parseRecord(raw, { file: name, line }, fieldsOf(flags)) };
  } catch (error) {
    if (!(error instanceof KunyeError)) throw error;
    listener.error(error);
    return undefined;
  }
}
