/** Encodings künye reads. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1254';

/** Decoded text and how it was decoded; a leading byte order mark is no longer in `text`. */
export interface Decoded {
  text: string;
  encoding: Encoding;
  /** True when the bytes were no valid UTF-8 and windows-1254 was assumed. */
  guessed: boolean;
}

/** One for all: a record of JSONL is decoded in less time than a decoder is made. */
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes bytes: the given encoding, else UTF-16 by its byte order mark, else UTF-8 (with or without a mark), else windows-1254,
 * the old Turkish encoding, in which every byte sequence is valid.
 */
export function decode(bytes: Uint8Array, encoding?: Encoding): Decoded {
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: false };
  // A UTF-8 mark decides too: a damaged byte later on does not make the text windows-1254.
  const mark = markOf(bytes);
  if (mark) return decode(bytes, mark);
  try {
    return { text: strictUtf8.decode(bytes), encoding: 'utf-8', guessed: false };
  } catch {
    return { text: new TextDecoder('windows-1254').decode(bytes), encoding: 'windows-1254', guessed: true };
  }
}

/** Gives the encoding that a leading byte order mark names. */
export function markOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

/** Is the encoding one of those in which no single byte is a character? */
export function isUtf16(encoding: Encoding | undefined): encoding is 'utf-16le' | 'utf-16be' {
  return encoding === 'utf-16le' || encoding === 'utf-16be';
}
