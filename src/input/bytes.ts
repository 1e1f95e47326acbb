import { isUtf8, transcode } from 'node:buffer';
import { KunyeError } from '../errors.js';
import { type Decoded, decode, type Encoding, markOf } from '../text/decode.js';

/** Zero bytes are looked for in so much of a text. */
const BEGINNING = 8192;

/**
 * Decodes the bytes of a whole input.
 * @param name for messages
 * @throws KunyeError INPUT_INVALID when they are no text
 */
export function decodeInput(bytes: Uint8Array, name: string, encoding?: Encoding): Decoded {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    throw new KunyeError('INPUT_INVALID', 'gzip, not text; unpack it (gzip -dc), or let its name end in .gz', {
      file: name,
    });
  const decoded = decode(bytes, encoding);
  if (encoding === undefined && isBinary(decoded)) {
    const message = 'binary, not text (UTF-16 without its mark is read with --encoding utf-16le)';
    throw new KunyeError('INPUT_INVALID', message, { file: name });
  }
  return decoded;
}

/** Longer lines are decoded at once: two copies of them would take too much memory. */
const LONGEST_LINE = 1 << 20;

/** Decodes a line of a stream as {@link decode} does. UTF-8 goes by way of UTF-16, which takes Node.js a third of the time. */
export function decodeLine(bytes: Uint8Array, encoding?: Encoding): Decoded {
  const mayBeUtf8 = encoding === undefined || encoding === 'utf-8';
  if (!mayBeUtf8 || bytes.length > LONGEST_LINE || markOf(bytes) !== undefined || !isUtf8(bytes))
    return decode(bytes, encoding);
  return { text: transcode(bytes, 'utf8', 'utf16le').toString('utf16le'), encoding: 'utf-8', guessed: false };
}

/** A damaged text may hold stray zero bytes; UTF-16 with its mark holds none once it is decoded. */
function isBinary({ text, guessed }: Decoded): boolean {
  const beginning = text.slice(0, BEGINNING);
  const zeros = beginning.split('\0').length - 1;
  return zeros > beginning.length * (guessed ? 0.001 : 0.1);
}
