import { foldKey } from '../text/fold.js';

const MOST = 3;
const LONGEST = 320;
const SHORTEST_READABLE = 40;
const CUT = '…';

/** A sentence that mentions a name, and the document it stands in. */
export interface Example {
  sentence: string;
  label: string;
  date: string;
}

/**
 * Keeps the few best example sentences of a name: sentences of readable length first; among them the latest, and of undated documents ones
 * from all over the input rather than from its beginning.
 */
export class Examples {
  private readonly best: (Example & { rank: number })[] = [];

  /**
   * @param mention the name as the sentence writes it
   * @param ordinal number of the document
   */
  add(
    sentence: string,
    mention: string,
    { label, date, day }: { label: string; date: string; day?: number },
    ordinal: number,
  ): void {
    const readable = sentence.length >= SHORTEST_READABLE && sentence.length <= LONGEST;
    const rank = (readable ? 1e9 : 0) + (day ?? 0) + spread(ordinal);
    const last = this.best[MOST - 1];
    if (last && last.rank >= rank) return;
    const shown = cutAround(sentence.trim(), mention);
    const key = foldKey(shown);
    if (this.best.some((other) => foldKey(other.sentence) === key)) return;
    this.best.push({ sentence: shown, label, date, rank });
    this.best.sort((a, b) => b.rank - a.rank);
    this.best.length = Math.min(this.best.length, MOST);
  }

  /** The examples kept, best first. */
  list(): readonly Example[] {
    return this.best;
  }
}

/** A number from 0 to below 1 that looks random but follows from n alone (Knuth's multiplicative hash). */
function spread(n: number): number {
  return (Math.imul(n, 0x9e3779b1) >>> 0) / 2 ** 32;
}

/** Cuts an overlong sentence to the words around a mention. */
function cutAround(sentence: string, mention: string): string {
  if (sentence.length <= LONGEST) return sentence;
  const at = Math.max(0, sentence.indexOf(mention));
  const from = Math.max(0, Math.min(at - (LONGEST - mention.length) / 2, sentence.length - LONGEST));
  const start = from === 0 ? 0 : sentence.indexOf(' ', from) + 1 || Math.floor(from);
  const end = Math.floor(from) + LONGEST;
  const space = end >= sentence.length ? sentence.length : sentence.lastIndexOf(' ', end);
  return (
    (start > 0 ? CUT : '') + sentence.slice(start, space > start ? space : end) + (end < sentence.length ? CUT : '')
  );
}
