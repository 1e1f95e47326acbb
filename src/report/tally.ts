import { foldKey } from '../text/fold.js';

/** Counts strings in bounded memory: when it is full, those met once go. */
export class Tally {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  add(text: string): void {
    if (!this.counts.has(text) && this.counts.size >= this.most) {
      for (const [known, count] of this.counts) if (count === 1) this.counts.delete(known);
      if (this.counts.size >= this.most) return;
    }
    this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
  }

  /**
   * Gives the `n` most frequent strings, the most frequent first, equal ones in the order met. Spellings that differ in case or accents only
   * (`BAKAN`, `Bakan`) count as one, in the most frequent spelling.
   */
  top(n: number): string[] {
    const groups = new Map<string, { text: string; total: number }>();
    for (const [text, count] of this.ranked()) {
      const key = foldKey(text);
      const group = groups.get(key);
      if (group) group.total += count;
      else groups.set(key, { text, total: count });
    }
    return [...groups.values()]
      .sort((a, b) => b.total - a.total)
      .slice(0, n)
      .map(({ text }) => text);
  }

  private ranked(): [string, number][] {
    return [...this.counts].sort(([, a], [, b]) => b - a);
  }
}
