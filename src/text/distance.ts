/**
 * Are two words at most one edit apart: one letter changed, missing, added, or two neighbours exchanged? The optimal string alignment
 * distance bounded at 1, in linear time.
 */
export function withinOneEdit(a: string, b: string): boolean {
  if (a.length > b.length) return withinOneEdit(b, a);
  if (b.length - a.length > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (i === a.length) return true;
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  if (a.slice(i + 1) === b.slice(i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/** Up to so many words are simply compared one by one: an index would cost more than it saves. */
const FEW = 24;
/** Longer words have no neighbours in an index: their variants would take quadratic room, and no name is so long. */
const LONGEST = 64;

/** Words that are looked up by a form at most one edit away, in time that does not grow with their number. */
export class NearWords<T> {
  private readonly words: string[] = [];
  private readonly values: T[] = [];
  /** Words by themselves and by each form with one letter left out; two words one edit apart share such a form. */
  private readonly byVariant = new Map<string, number[]>();
  private indexed = 0;

  /** Adds a word and what it stands for. */
  add(word: string, value: T): void {
    this.words.push(word);
    this.values.push(value);
  }

  /** Gives what the words at most one edit from `word` stand for, in the order in which they were added. */
  near(word: string): T[] {
    return this.candidates(word)
      .filter((i) => withinOneEdit(word, this.words[i]))
      .map((i) => this.values[i]);
  }

  private candidates(word: string): number[] {
    if (this.words.length <= FEW) return this.words.map((_, i) => i);
    for (; this.indexed < this.words.length; this.indexed++)
      for (const variant of variants(this.words[this.indexed])) this.index(variant);
    const found = new Set<number>();
    for (const variant of variants(word)) for (const i of this.byVariant.get(variant) ?? []) found.add(i);
    return [...found].sort((a, b) => a - b);
  }

  private index(variant: string): void {
    const known = this.byVariant.get(variant);
    if (known) known.push(this.indexed);
    else this.byVariant.set(variant, [this.indexed]);
  }
}

function variants(word: string): Set<string> {
  const all = new Set<string>([word]);
  if (word.length <= LONGEST) for (let i = 0; i < word.length; i++) all.add(word.slice(0, i) + word.slice(i + 1));
  return all;
}
