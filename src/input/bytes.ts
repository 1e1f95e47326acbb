import { KunyeError } from '../errors.js';
import { type Decoded, decode, type Encoding } from '../text/decode.js';

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

/** A damaged text may hold stray zero bytes; UTF-16 with its mark holds none once it is decoded. */
function isBinary({ text, guessed }: Decoded): boolean {
  const beginning = text.slice(0, BEGINNING);
  const zeros = beginning.split('\0').length - 1;
  return zeros > beginning.length * (guessed ? 0.001 : 0.1);
}
