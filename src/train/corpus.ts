import { tokenize } from '../tokenize/tokenizer.js';
import { CaseShape, SentenceCase, TokenFlag, TokenKind, type TokenTable } from '../types.js';

/** How a word was met. */
const Met = { Lower: 0, Capital: 1, Uncertain: 2 } as const;

/** A vocabulary over raw text: each word counts once as capitalised and once as lower-case. */
export interface Vocabulary {
  /** The corpus as form numbers; 0 is a sentence's end. */
  ids: Int32Array;
  /** Occurrences of each form number; counts[0] is 0. */
  counts: Int32Array;
  /** The word of each form number, -1 for the collected rare ones. */
  wordOf: Int32Array;
  /** Whether a form is the capitalised one of its word. */
  capital: Uint8Array;
  /** Hashes of the words. */
  hashes: Int32Array;
  checks: Int32Array;
  /** How often each word was met in lower case, and with a capital inside a sentence. */
  lower: Int32Array;
  capitals: Int32Array;
}

/** Collects raw text as word numbers, and gives the vocabulary of its frequent words. */
export class Corpus {
  private tokens = new Int32Array(1 << 20);
  private length = 0;
  private slots = new Int32Array(1 << 20);
  private hashes = new Int32Array(1 << 18);
  private checks = new Int32Array(1 << 18);
  private lower = new Int32Array(1 << 18);
  private capitals = new Int32Array(1 << 18);
  private words = 0;

  /** Adds an article. */
  add(text: string): void {
    const table = tokenize(text);
    for (let s = 0; s + 1 < table.sentenceStart.length; s++) {
      for (let i = table.sentenceStart[s]; i < table.sentenceStart[s + 1]; i++) this.addToken(table, i);
      this.push(-1);
    }
  }

  /** Numbers the words met at least `least` times; rarer ones share one number a case. */
  vocabulary(least: number): Vocabulary {
    const { tokens, length, lower, capitals, words } = this;
    // A capital at the sentence's start or in a headline counts as the word's usual way of writing.
    const formAt = (i: number): number => {
      const word = tokens[i] >> 2;
      const met = tokens[i] & 3;
      const capital = met === Met.Uncertain ? capitals[word] >= lower[word] : met === Met.Capital;
      return word * 2 + (capital ? 1 : 0);
    };
    const seen = new Int32Array(words * 2);
    for (let i = 0; i < length; i++) if (tokens[i] >= 0) seen[formAt(i)]++;
    const forms = [];
    for (let form = 0; form < seen.length; form++) if (seen[form] >= least) forms.push(form);
    forms.sort((a, b) => seen[b] - seen[a] || a - b);
    // Numbers 1 and 2 are the rare words, in lower case and capitalised.
    const numberOf = new Int32Array(words * 2);
    forms.forEach((form, k) => {
      numberOf[form] = k + 3;
    });
    const counts = new Int32Array(forms.length + 3);
    const ids = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      if (tokens[i] < 0) continue;
      const form = formAt(i);
      ids[i] = numberOf[form] || 1 + (form & 1);
      counts[ids[i]]++;
    }
    return {
      ids,
      counts,
      wordOf: Int32Array.from([-1, -1, -1, ...forms.map((form) => form >> 1)]),
      capital: Uint8Array.from([0, 0, 1, ...forms.map((form) => form & 1)]),
      hashes: this.hashes.slice(0, words),
      checks: this.checks.slice(0, words),
      lower: lower.slice(0, words),
      capitals: capitals.slice(0, words),
    };
  }

  private addToken(table: TokenTable, i: number): void {
    const kind = table.kind[i];
    const shape = table.shape[i];
    let met: number = Met.Lower;
    let hash = table.hash[i];
    let check = table.check[i];
    if (kind === TokenKind.Number) {
      // All numbers of a length are one word.
      hash = Math.min(table.stemEnd[i] - table.start[i], 4);
      check = hash;
    } else if (shape >= CaseShape.Title) {
      const plain =
        table.sentenceCase[table.sentence[i]] === SentenceCase.Normal && !(table.flags[i] & TokenFlag.SentenceStart);
      met = plain ? Met.Capital : Met.Uncertain;
    }
    const word = this.wordAt(hash, check);
    if (met === Met.Lower) this.lower[word]++;
    else if (met === Met.Capital) this.capitals[word]++;
    this.push((word << 2) | met);
  }

  private wordAt(hash: number, check: number): number {
    if (this.words * 2 > this.slots.length) this.growSlots();
    const mask = this.slots.length - 1;
    let at = hash & mask;
    for (; this.slots[at] !== 0; at = (at + 1) & mask) {
      const word = this.slots[at] - 1;
      if (this.hashes[word] === hash && this.checks[word] === check) return word;
    }
    if (this.words === this.hashes.length) {
      this.hashes = wider(this.hashes);
      this.checks = wider(this.checks);
      this.lower = wider(this.lower);
      this.capitals = wider(this.capitals);
    }
    const word = this.words++;
    this.hashes[word] = hash;
    this.checks[word] = check;
    this.slots[at] = word + 1;
    return word;
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let word = 0; word < this.words; word++) {
      let at = this.hashes[word] & mask;
      while (this.slots[at] !== 0) at = (at + 1) & mask;
      this.slots[at] = word + 1;
    }
  }

  private push(token: number): void {
    if (this.length === this.tokens.length) this.tokens = wider(this.tokens);
    this.tokens[this.length++] = token;
  }
}

function wider(old: Int32Array): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(old.length * 2);
  wide.set(old);
  return wide;
}
