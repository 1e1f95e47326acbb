/** Encodings künye reads. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1254';

/** Decoded text and how it was decoded; a leading byte order mark is no longer in `text`. */
export interface Decoded {
  text: string;
  encoding: Encoding;
  /** True when the bytes were no valid UTF-8 and windows-1254 was assumed. */
  guessed: boolean;
}

/**
 * Decodes bytes: the given encoding, else UTF-16 by its byte order mark, else UTF-8 (with or without a mark), else windows-1254,
 * the old Turkish encoding, in which every byte sequence is valid.
 */
export function decode(bytes: Uint8Array, encoding?: Encoding): Decoded {
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: false };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  // A UTF-8 mark decides too: a damaged byte later on does not make the text windows-1254.
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode(bytes, 'utf-8');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', guessed: false };
  } catch {
    return { text: new TextDecoder('windows-1254').decode(bytes), encoding: 'windows-1254', guessed: true };
  }
}
