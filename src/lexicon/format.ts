/**
 * Layout of a compiled lexicon: one flat little-endian binary, read in place through typed arrays.
 *
 *   header   HEADER_WORDS 32-bit words: magic, version, checksum of all that follows, then counts
 *   starts   a bit set of the second hashes of all first words: most words of a text start nothing and need no more than this
 *   later    the same of all words after the first
 *   pairs    the same of what may follow what: the beginning of a phrase with the first letters of its next word (see pairHash)
 *   slots    2 words a slot: second hash of the phrase; phrase index + 1 and the phrase's bits (0 for an empty slot); open addressing,
 *            linear probing
 *   phrases  4 words a phrase: first ref; ref count and bits; strong type mask and weak type mask; share and list
 *   refs     1 word a ref: entry index and bits
 *   entries  2 words an entry: offset of its name in the strings; type, list, bits
 *   lines    1 word an entry: line in its list
 *   strings  UTF-8, each with a 16-bit length before it
 */
export const MAGIC = 0x4c594e4b; // "KNYL"
export const VERSION = 3;
export const HEADER_WORDS = 16;

/** Indices of the header's words. */
export const Header = {
  Magic: 0,
  Version: 1,
  Checksum: 2,
  Slots: 3,
  Phrases: 4,
  Refs: 5,
  Entries: 6,
  StringBytes: 7,
  ListNames: 8,
  Bytes: 9,
  MaxWords: 10,
  /** Words of each bit set, a power of two. */
  Starts: 11,
  Later: 12,
  Pairs: 13,
} as const;

/** Bits of a phrase: above the ref count (low 16 bits) of its second word, and above the index (low 24 bits) in its slot. */
export const PhraseBit = {
  /** Longer phrases start with this one. */
  Prefix: 1 << 24,
  /** The phrase itself stands for at least one entry (not only for a prefix). */
  Whole: 1 << 25,
  /** All written forms are capitals only (AMA): a word written otherwise (Ama) is another word. */
  Acronym: 1 << 26,
} as const;

/** The phrase index + 1 in a slot. */
export const PHRASE_MASK = 0xffffff;

/** Bits of a ref, below the entry index. */
export const RefBit = {
  /** The form is an alias, not the entry's name. */
  Alias: 1,
  /** The form needs evidence beyond the list. */
  Weak: 2,
  /** A one-word short form of a longer name (Putin). */
  Short: 4,
} as const;
/** Five bits of a hash of the form as written tell apart forms that fold alike (MİT, MIT). */
export const SIGNATURE_SHIFT = 3;
export const REF_SHIFT = 8;

/** Share of a phrase's occurrences that are names, in 1/254; this value means: unknown. */
export const UNKNOWN_SHARE = 255;
