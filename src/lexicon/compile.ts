import { KunyeError } from '../errors.js';
import { lower, upper } from '../text/fold.js';
import { checksumWords } from '../text/hash.js';
import { ENTRY_TYPES, type Entry, type EntryType, FlagBit, TypeBit } from './entry.js';
import {
  HEADER_WORDS,
  Header,
  MAGIC,
  PhraseBit,
  REF_SHIFT,
  RefBit,
  SIGNATURE_SHIFT,
  UNKNOWN_SHARE,
  VERSION,
} from './format.js';
import { articleVariants, phraseKey, signatureOf } from './phrase.js';

/** How often a word is a name in running text: the share of capitalised among all its occurrences, 0 to 1, by the word as written. */
export type Shares = ReadonlyMap<string, number>;

interface Phrase {
  key: [number, number];
  prefix: boolean;
  acronym: boolean;
  refs: number[];
  strong: number;
  weak: number;
  share: number;
  list: number;
}

/** Compiles entries into the flat binary described in format.ts. Equal input gives equal bytes. */
export function compileLexicon(entries: readonly Entry[], shares: Shares = new Map()): Uint8Array {
  const lists = [...new Set(entries.map((entry) => entry.list))].sort();
  const listIndex = new Map(lists.map((list, i) => [list, i]));
  const phrases = new PhraseSet();
  entries.forEach((entry, index) => {
    const list = listIndex.get(entry.list) as number;
    const bit = TypeBit[entry.type];
    const add = (written: string, refBits: number) => {
      const weak = (refBits & RefBit.Weak) !== 0;
      for (const form of spellings(written, entry.type))
        phrases.add(
          form,
          (index << REF_SHIFT) | (signatureOf(form) << SIGNATURE_SHIFT) | refBits,
          bit,
          weak,
          list,
          shares.get(written),
        );
    };
    const weakName = entry.flags.includes('weak') ? RefBit.Weak : 0;
    add(entry.name, weakName);
    const isPerson = entry.type === 'PER' && entry.name.includes(' ');
    for (const alias of entry.aliases) {
      const short = isPerson && !alias.text.includes(' ') ? RefBit.Short : 0;
      add(alias.text, RefBit.Alias | short | (alias.weak ? RefBit.Weak : 0));
    }
  });
  return write(phrases, entries, lists, listIndex);
}

/** All spellings under which a written form is found. */
function spellings(written: string, type: EntryType): string[] {
  // Titles are abbreviated with and without their stop: Sn. Fidan, Sn Fidan.
  if (type === 'TITLE' && written.endsWith('.')) return [written, written.slice(0, -1)];
  return articleVariants(written);
}

/** Is the form written in capitals only, as an acronym is? */
function isAcronym(form: string): boolean {
  return form.length > 1 && !form.includes(' ') && form === upper(form) && form !== lower(form);
}

class PhraseSet {
  readonly all: Phrase[] = [];
  /** Second hashes of the first words, and of the words after them. */
  readonly starts = new Set<number>();
  readonly later = new Set<number>();
  /** See pairHash. */
  readonly pairs = new Set<number>();
  maxWords = 1;
  private readonly index = new Map<string, Phrase>();

  add(form: string, ref: number, bit: number, weak: boolean, list: number, share: number | undefined): void {
    const key = phraseKey(form);
    if (!key) return;
    this.maxWords = Math.max(this.maxWords, key.prefixes.length + 1);
    const [, check] = key.prefixes[0] ?? key.whole;
    this.starts.add(check);
    for (const word of key.later) this.later.add(word);
    for (const pair of key.pairs) this.pairs.add(pair);
    for (const prefix of key.prefixes) this.get(prefix).prefix = true;
    const phrase = this.get(key.whole);
    if (phrase.refs.some((other) => other >> REF_SHIFT === ref >> REF_SHIFT)) return;
    if (phrase.refs.length === 0) phrase.list = list;
    phrase.acronym &&= isAcronym(form);
    phrase.refs.push(ref);
    if (weak) phrase.weak |= bit;
    else phrase.strong |= bit;
    if (share !== undefined) phrase.share = Math.min(phrase.share, Math.round(share * 254));
  }

  private get(key: [number, number]): Phrase {
    const id = `${key[0]},${key[1]}`;
    let phrase = this.index.get(id);
    if (!phrase) {
      phrase = { key, prefix: false, acronym: true, refs: [], strong: 0, weak: 0, share: UNKNOWN_SHARE, list: 0 };
      this.index.set(id, phrase);
      this.all.push(phrase);
    }
    return phrase;
  }
}

function write(
  set: PhraseSet,
  entries: readonly Entry[],
  lists: readonly string[],
  listIndex: ReadonlyMap<string, number>,
): Uint8Array {
  const phrases = set.all;
  let slots = 16;
  while (slots < phrases.length * 2) slots *= 2;
  const refCount = phrases.reduce((sum, phrase) => sum + phrase.refs.length, 0);
  const strings = new StringPool();
  const names = entries.map((entry) => strings.add(entry.name));
  const listNames = strings.add(lists.join('\n'));
  const stringBytes = strings.bytes();
  const stringWords = Math.ceil(stringBytes.length / 4);
  const starts = bitSet(set.starts);
  const later = bitSet(set.later);
  const pairs = bitSet(set.pairs);
  const words = new Int32Array(
    HEADER_WORDS +
      starts.length +
      later.length +
      pairs.length +
      slots * 2 +
      phrases.length * 4 +
      refCount +
      entries.length * 3 +
      stringWords,
  );
  words.set(starts, HEADER_WORDS);
  words.set(later, HEADER_WORDS + starts.length);
  words.set(pairs, HEADER_WORDS + starts.length + later.length);
  let at = HEADER_WORDS + starts.length + later.length + pairs.length;
  for (let p = 0; p < phrases.length; p++) {
    let slot = phrases[p].key[0] & (slots - 1);
    while (words[at + slot * 2 + 1] !== 0) slot = (slot + 1) & (slots - 1);
    words[at + slot * 2] = phrases[p].key[1];
    words[at + slot * 2 + 1] = (p + 1) | bitsOf(phrases[p]);
  }
  at += slots * 2;
  let firstRef = 0;
  for (const phrase of phrases) {
    words[at++] = firstRef;
    words[at++] = phrase.refs.length | bitsOf(phrase);
    words[at++] = phrase.strong | (phrase.weak << 16);
    words[at++] = phrase.share | (phrase.list << 8);
    firstRef += phrase.refs.length;
  }
  for (const phrase of phrases) for (const ref of phrase.refs) words[at++] = ref;
  entries.forEach((entry, i) => {
    const flags = entry.flags.reduce((bits, flag) => bits | FlagBit[flag], 0);
    words[at++] = names[i];
    words[at++] = ENTRY_TYPES.indexOf(entry.type) | ((listIndex.get(entry.list) as number) << 8) | (flags << 24);
  });
  for (const entry of entries) words[at++] = entry.line;
  const bytes = new Uint8Array(words.buffer);
  bytes.set(stringBytes, at * 4);
  words[Header.Magic] = MAGIC;
  words[Header.Version] = VERSION;
  words[Header.Starts] = starts.length;
  words[Header.Later] = later.length;
  words[Header.Pairs] = pairs.length;
  words[Header.Slots] = slots;
  words[Header.Phrases] = phrases.length;
  words[Header.Refs] = refCount;
  words[Header.Entries] = entries.length;
  words[Header.StringBytes] = stringBytes.length;
  words[Header.ListNames] = listNames;
  words[Header.Bytes] = bytes.length;
  words[Header.MaxWords] = set.maxWords;
  words[Header.Checksum] = checksumWords(words, Header.Checksum + 1);
  return bytes;
}

function bitsOf({ prefix, refs, acronym }: Phrase): number {
  const whole = refs.length > 0;
  return (prefix ? PhraseBit.Prefix : 0) | (whole ? PhraseBit.Whole : 0) | (whole && acronym ? PhraseBit.Acronym : 0);
}

/** A bit set of hashes, with eight bits or more a hash. */
function bitSet(hashes: ReadonlySet<number>): Int32Array {
  let size = 1;
  while (size * 32 < hashes.size * 8) size *= 2;
  const bits = new Int32Array(size);
  for (const hash of hashes) {
    const bit = hash & (size * 32 - 1);
    bits[bit >>> 5] |= 1 << (bit & 31);
  }
  return bits;
}

/** The length of a string is kept in two bytes. */
const LONGEST_STRING = 65_535;

class StringPool {
  private readonly parts: Uint8Array[] = [];
  private length = 0;
  private readonly encoder = new TextEncoder();

  /**
   * Adds a string and gives its offset.
   * @throws KunyeError LEXICON_INVALID when it is too long
   */
  add(text: string): number {
    const offset = this.length;
    const encoded = this.encoder.encode(text);
    if (encoded.length > LONGEST_STRING) {
      const why = `'${text.slice(0, 20)}…' takes ${encoded.length} bytes`;
      throw new KunyeError(
        'LEXICON_INVALID',
        `${why}; right for a name, or all list names, would be at most ${LONGEST_STRING}`,
      );
    }
    const part = new Uint8Array(encoded.length + 2);
    part[0] = encoded.length & 255;
    part[1] = encoded.length >> 8;
    part.set(encoded, 2);
    this.parts.push(part);
    this.length += part.length;
    return offset;
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}
