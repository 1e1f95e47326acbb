import { statSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { KunyeError } from '../errors.js';
import { type Encoding, isUtf16, markOf } from '../text/decode.js';
import { hasEnding } from '../text/ending.js';
import { readFile, unreadable } from './resources.js';

/** Most bytes of one document: a text file, an HTML page or a line of JSONL. */
export const MOST_DOCUMENT_BYTES = 64 * 1024 * 1024;

/** What is said of a document that is too large. */
export const TOO_LARGE = `larger than ${MOST_DOCUMENT_BYTES >> 20} MB; right would be a smaller text, or a record for each article`;

/** One line of a stream: its bytes without the line end, undefined when they are more than a document may have. */
export interface Line {
  number: number;
  bytes: Uint8Array | undefined;
}

const CHUNK = 256 * 1024;
const ZIPPED_CHUNK = 64 * 1024;

/**
 * Reads a file in chunks, unpacked when its name ends in .gz. What was unpacked before a broken place is always given, the same at every reading.
 * @param onRead told how many bytes of the file have been read, before unpacking
 * @throws KunyeError INPUT_UNREADABLE, INPUT_INVALID for broken gzip
 */
export async function* readChunks(
  path: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  if (hasEnding(path, '.gz')) yield* gunzip(readChunksOf(path, ZIPPED_CHUNK, onRead), path);
  else yield* readChunksOf(path, CHUNK, onRead);
}

async function* readChunksOf(path: string, size: number, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  try {
    const { open } = await import('node:fs/promises');
    const file = await open(path);
    try {
      for (;;) {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(size), 0, size);
        if (bytesRead === 0) return;
        onRead(bytesRead);
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof KunyeError ? error : unreadable(path, error as NodeJS.ErrnoException);
  }
}

/**
 * Unpacks gzip one chunk after the other. Piping would drop, at a broken place, whatever nobody had read yet: more or less of it from run to run.
 */
async function* gunzip(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import('node:zlib');
  const unzip = createGunzip();
  const done: Uint8Array[] = [];
  let failure: Error | undefined;
  unzip.on('data', (chunk: Uint8Array) => done.push(chunk));
  const broken = new Promise<void>((resolve) => {
    unzip.on('error', (error) => {
      failure = error;
      resolve();
    });
  });
  const check = () => {
    if (failure) throw new KunyeError('INPUT_INVALID', `broken gzip (${failure.message})`, { file: path });
  };
  try {
    for await (const chunk of chunks) {
      await Promise.race([new Promise<void>((resolve) => unzip.write(chunk, () => resolve())), broken]);
      yield* done.splice(0);
      check();
    }
    await Promise.race([new Promise<void>((resolve) => unzip.on('end', resolve).end()), broken]);
    yield* done.splice(0);
    check();
  } finally {
    unzip.destroy();
  }
}

/**
 * Splits chunks into lines, given in lists, one list a chunk. An overlong line is not kept in memory. A last line without a line end counts;
 * when the chunks end with an error, what stands after the last line end is dropped.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  most: number = MOST_DOCUMENT_BYTES,
): AsyncGenerator<Line[]> {
  let number = 0;
  let begun: Uint8Array[] = [];
  let length = 0;
  const finish = (end: Uint8Array): Line => {
    const tooLong = length + end.length > most;
    const bytes = begun.length === 0 ? end : Buffer.concat([...begun, end]);
    begun = [];
    length = 0;
    return { number: ++number, bytes: tooLong ? undefined : bytes };
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      lines.push(finish(chunk.subarray(from, at)));
      from = at + 1;
    }
    if (from < chunk.length) {
      length += chunk.length - from;
      if (length <= most) begun.push(chunk.subarray(from));
      else begun = [];
    }
    yield lines;
  }
  if (length > 0) yield [finish(new Uint8Array())];
}

/**
 * Gives UTF-16 (by its mark, or so named) as UTF-8, and other chunks as they are: in UTF-16 no single byte ends a line.
 * @param encoding the encoding the user named
 */
export async function* withoutUtf16(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding | undefined,
): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of chunks) {
    const found = first ? (encoding ?? markOf(chunk)) : undefined;
    if (isUtf16(found)) decoder = new TextDecoder(found);
    first = false;
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
  }
}

/** The encoding of what {@link withoutUtf16} gives. */
export function encodingOfLines(encoding: Encoding | undefined): Encoding | undefined {
  return isUtf16(encoding) ? 'utf-8' : encoding;
}

/** Reads a whole stream. @throws KunyeError INPUT_INVALID when it is larger than a document may be */
export async function joinChunks(chunks: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MOST_DOCUMENT_BYTES) throw new KunyeError('INPUT_INVALID', TOO_LARGE, { file: name });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/**
 * Reads a file that holds one document, unpacked when its name ends in .gz.
 * @throws KunyeError INPUT_UNREADABLE, INPUT_INVALID when it is larger than a document may be
 */
export async function readDocument(path: string): Promise<Uint8Array> {
  if (hasEnding(path, '.gz')) return joinChunks(readChunks(path), path);
  try {
    if (statSync(path).size > MOST_DOCUMENT_BYTES) throw new KunyeError('INPUT_INVALID', TOO_LARGE, { file: path });
    return readFile(path);
  } catch (error) {
    throw error instanceof KunyeError ? error : unreadable(path, error as NodeJS.ErrnoException);
  }
}
