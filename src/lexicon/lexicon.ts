import { KunyeError } from '../errors.js';
import { checksumWords } from '../text/hash.js';
import { ENTRY_TYPES, type EntryType } from './entry.js';
import {
  HEADER_WORDS,
  Header,
  MAGIC,
  PHRASE_MASK,
  PhraseBit,
  REF_SHIFT,
  RefBit,
  SIGNATURE_SHIFT,
  UNKNOWN_SHARE,
  VERSION,
} from './format.js';

/** What a lexicon says of one written form of one entry. */
export interface Ref {
  name: string;
  type: EntryType;
  list: string;
  line: number;
  alias: boolean;
  weak: boolean;
  /** A one-word short form of a longer name. */
  short: boolean;
  /** Signature of the form as listed, see signatureOf. */
  signature: number;
}

/** Phrases of which the refs are kept as objects: news repeats its names. A power of two. */
const KEPT_REFS = 1 << 14;

const decoder = new TextDecoder();

/** Lexicons opened so far. */
let opened = 0;

/** All gazetteers and triggers, compiled: finds the phrases a text may hold. Immutable and safe to share. */
export class Lexicon {
  /** Tells lexicons apart where holding on to them is not wanted; from 1. */
  readonly number = ++opened;
  /** Most tokens a phrase has. */
  readonly maxWords: number;
  readonly entryCount: number;
  private readonly mask: number;
  private readonly starts: Int32Array;
  private readonly later: Int32Array;
  private readonly pairs: Int32Array;
  private readonly slots: Int32Array;
  private readonly phrases: Int32Array;
  private readonly refs: Int32Array;
  private readonly entries: Int32Array;
  private readonly lines: Int32Array;
  private readonly strings: Uint8Array;
  private readonly lists: string[];
  /** Refs read before, each in the place its phrase falls on. */
  private readonly kept: ({ phrase: number; refs: Ref[] } | undefined)[] = new Array(KEPT_REFS);

  /**
   * Opens a compiled lexicon in place; `bytes` must stay unchanged.
   * @param source where the bytes come from, for messages
   * @param trusted true for the lexicon of the package itself: its checksum is not worked out again, which would be most of the start-up
   * @throws KunyeError LEXICON_INVALID when the bytes are no compiled lexicon, damaged, or of another version
   */
  constructor(bytes: Uint8Array, source: string, trusted = false) {
    // A copy, by the constructor: the slice of a Buffer would be the same unaligned memory again.
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
    const problem = findProblem(words, aligned.byteLength, trusted);
    if (problem) throw new KunyeError('LEXICON_INVALID', problem, { file: source });
    let at = HEADER_WORDS;
    const take = (count: number) => {
      const part = words.subarray(at, at + count);
      at += count;
      return part;
    };
    this.maxWords = words[Header.MaxWords];
    this.entryCount = words[Header.Entries];
    this.mask = words[Header.Slots] - 1;
    this.starts = take(words[Header.Starts]);
    this.later = take(words[Header.Later]);
    this.pairs = take(words[Header.Pairs]);
    this.slots = take(words[Header.Slots] * 2);
    this.phrases = take(words[Header.Phrases] * 4);
    this.refs = take(words[Header.Refs]);
    this.entries = take(words[Header.Entries] * 2);
    this.lines = take(words[Header.Entries]);
    this.strings = aligned.subarray(at * 4, at * 4 + words[Header.StringBytes]);
    this.lists = this.stringAt(words[Header.ListNames]).split('\n');
  }

  /** Finds a phrase by its two hashes; gives its index or -1. */
  find(hash: number, check: number): number {
    return (this.lookUp(hash, check) & PHRASE_MASK) - 1;
  }

  /** Finds a phrase by its two hashes; gives its bits (see PhraseBit) over its index + 1, or 0. */
  lookUp(hash: number, check: number): number {
    const { slots, mask } = this;
    let slot = hash & mask;
    for (;;) {
      const value = slots[slot * 2 + 1];
      if (value === 0 || slots[slot * 2] === check) return value;
      slot = (slot + 1) & mask;
    }
  }

  /** {@link lookUp} for a phrase of one word. */
  lookUpWord(hash: number, check: number): number {
    return this.mayStart(check) ? this.lookUp(hash, check) : 0;
  }

  /** May the word with this second hash be the first of a phrase? False is certain. */
  mayStart(check: number): boolean {
    return bitIn(this.starts, check) !== 0;
  }

  /** May the word with this second hash stand in a phrase after its first word? False is certain. */
  mayContinue(check: number): boolean {
    return bitIn(this.later, check) !== 0;
  }

  /** May a word follow the beginning of a phrase? Asked by the {@link pairHash} of the two; false is certain, of its inflected forms too. */
  mayFollow(pair: number): boolean {
    return bitIn(this.pairs, pair) !== 0;
  }

  /** Does the phrase stand for an entry itself? */
  isWhole(phrase: number): boolean {
    return (this.phrases[phrase * 4 + 1] & PhraseBit.Whole) !== 0;
  }

  /** Is the phrase an acronym: written in capitals wherever it is listed? */
  isAcronym(phrase: number): boolean {
    return (this.phrases[phrase * 4 + 1] & PhraseBit.Acronym) !== 0;
  }

  /** Type bits (see TypeBit): below those of the entries for which the phrase suffices by itself, above those for which it needs more evidence. */
  typesOf(phrase: number): number {
    return this.phrases[phrase * 4 + 2];
  }

  /** Type bits of the entries for which the phrase suffices by itself. */
  strongMask(phrase: number): number {
    return this.typesOf(phrase) & 0xffff;
  }

  /** Type bits of the entries for which the phrase needs more evidence. */
  weakMask(phrase: number): number {
    return this.typesOf(phrase) >>> 16;
  }

  /** Share (see {@link share}; the low 8 bits, in 1/254) and list (the next 8) of a phrase. */
  usageOf(phrase: number): number {
    return this.phrases[phrase * 4 + 3];
  }

  /** Share of a one-word phrase's occurrences in running text that are capitalised, 0 to 1; undefined when not known to be ambiguous. */
  share(phrase: number): number | undefined {
    const share = this.usageOf(phrase) & 255;
    return share === UNKNOWN_SHARE ? undefined : share / 254;
  }

  /** Index of the list that names the phrase first; stable for one build of the lexicon. */
  listOf(phrase: number): number {
    return (this.usageOf(phrase) >>> 8) & 255;
  }

  /** Names of the lists, by index. */
  get listNames(): readonly string[] {
    return this.lists;
  }

  /** Flag bits (see FlagBit) of all entries of a type that the phrase stands for. */
  flagsOf(phrase: number, type: EntryType): number {
    const first = this.phrases[phrase * 4];
    const count = this.phrases[phrase * 4 + 1] & 0xffff;
    const typeIndex = ENTRY_TYPES.indexOf(type);
    let bits = 0;
    for (let i = first; i < first + count; i++) {
      const packed = this.entries[(this.refs[i] >> REF_SHIFT) * 2 + 1];
      if ((packed & 255) === typeIndex) bits |= packed >>> 24;
    }
    return bits;
  }

  /** All that is known of a phrase, in the order of the lists. The list is shared: it must not be changed. */
  refsOf(phrase: number): readonly Ref[] {
    const place = phrase & (KEPT_REFS - 1);
    const kept = this.kept[place];
    if (kept?.phrase === phrase) return kept.refs;
    const refs = this.readRefs(phrase);
    this.kept[place] = { phrase, refs };
    return refs;
  }

  private readRefs(phrase: number): Ref[] {
    const first = this.phrases[phrase * 4];
    const count = this.phrases[phrase * 4 + 1] & 0xffff;
    const out: Ref[] = [];
    for (let i = first; i < first + count; i++) {
      const ref = this.refs[i];
      const entry = ref >> REF_SHIFT;
      const packed = this.entries[entry * 2 + 1];
      out.push({
        name: this.stringAt(this.entries[entry * 2]),
        type: ENTRY_TYPES[packed & 255],
        list: this.lists[(packed >>> 8) & 255],
        line: this.lines[entry],
        alias: (ref & RefBit.Alias) !== 0,
        weak: (ref & RefBit.Weak) !== 0,
        short: (ref & RefBit.Short) !== 0,
        signature: (ref >> SIGNATURE_SHIFT) & 31,
      });
    }
    return out;
  }

  private stringAt(offset: number): string {
    const length = this.strings[offset] | (this.strings[offset + 1] << 8);
    return decoder.decode(this.strings.subarray(offset + 2, offset + 2 + length));
  }
}

function bitIn(bits: Int32Array, hash: number): number {
  return (bits[(hash >>> 5) & (bits.length - 1)] >>> (hash & 31)) & 1;
}

function findProblem(words: Int32Array, byteLength: number, trusted: boolean): string | undefined {
  if (words.length < HEADER_WORDS || words[Header.Magic] !== MAGIC)
    return 'not a compiled lexicon; right would be a file made by `kunye lexicon compile`';
  if (words[Header.Version] !== VERSION)
    return `compiled lexicon of version ${words[Header.Version]}; this künye reads version ${VERSION}: compile it again`;
  if (words[Header.Bytes] !== byteLength)
    return `compiled lexicon cut short: ${byteLength} bytes of ${words[Header.Bytes]}; compile it again`;
  if (!trusted && words[Header.Checksum] !== checksumWords(words, Header.Checksum + 1))
    return 'compiled lexicon damaged (checksum differs); compile it again';
  return undefined;
}
