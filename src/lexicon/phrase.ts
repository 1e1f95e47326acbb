import { hardened } from '../morphology/analyser.js';
import { fold, foldInto, lower } from '../text/fold.js';
import { addToHash, joinHash } from '../text/hash.js';
import { ARTICLES } from '../tokenize/articles.js';
import { tokenize } from '../tokenize/tokenizer.js';
import { TokenFlag, type TokenTable } from '../types.js';

/** Mixed into the hash of a word that carries a suffix inside a phrase: `Amerika'nın Sesi` is not `Amerika Sesi`. */
const SUFFIXED = 0x5bd1e995;

/** Gives the first hash of a phrase continued by a token that is not its last one. */
export function innerHash(phrase: number, first: boolean, table: TokenTable, i: number): number {
  const word = table.flags[i] & TokenFlag.Suffixed ? table.hash[i] ^ SUFFIXED : table.hash[i];
  return first ? word : joinHash(phrase, word);
}

/** Gives the second hash of a phrase continued by a token that is not its last one. */
export function innerCheck(phrase: number, first: boolean, table: TokenTable, i: number): number {
  const word = table.flags[i] & TokenFlag.Suffixed ? table.check[i] ^ SUFFIXED : table.check[i];
  return first ? word : joinHash(phrase, word);
}

/** First letters of a word by which its place in a phrase is judged: no more than the shortest base of an inflected word has. */
const OPENING = 3;
const opening = new Uint16Array(OPENING);

/**
 * Hashes the beginning of a phrase, by its first hash, with the first letters of the token that may go on with it: the same for a word and
 * all forms it is inflected to, so that one look answers for the word and every way to cut it.
 */
export function pairHash(phrase: number, table: TokenTable, i: number): number {
  const n = foldInto(table.text, table.start[i], table.stemEnd[i], opening);
  const last = n - 1;
  let hash = phrase;
  for (let k = 0; k < last; k++) hash = addToHash(hash, opening[k]);
  // A base that ends here may be soft in its inflected forms: Kap, Kabı.
  return joinHash(hash, n === OPENING ? hardened(opening[last]) || opening[last] : opening[last]);
}

/** Hash pairs of a phrase: of each proper prefix, and of the whole. */
export interface PhraseKey {
  prefixes: [number, number][];
  whole: [number, number];
  /** Second hashes of its words after the first, each as it stands inside the phrase. */
  later: number[];
  /** {@link pairHash} of each word after the first with all before it. */
  pairs: number[];
}

/** Hashes a written name as the matcher will see it; undefined when the tokenizer finds nothing in it. */
export function phraseKey(name: string): PhraseKey | undefined {
  const table = tokenize(name);
  return table.length === 0 ? undefined : keyOfTokens(table, 0, table.length);
}

/** Hashes the phrase of tokens `[from, to)`, of which there is at least one. */
export function keyOfTokens(table: TokenTable, from: number, to: number): PhraseKey {
  const prefixes: [number, number][] = [];
  const later: number[] = [];
  const pairs: number[] = [];
  let hash = 0;
  let check = 0;
  const last = to - 1;
  for (let i = from; i < last; i++) {
    if (i > from) {
      later.push(innerCheck(0, true, table, i));
      pairs.push(pairHash(hash, table, i));
    }
    hash = innerHash(hash, i === from, table, i);
    check = innerCheck(check, i === from, table, i);
    prefixes.push([hash, check]);
  }
  const whole: [number, number] =
    last === from
      ? [table.hash[last], table.check[last]]
      : [joinHash(hash, table.hash[last]), joinHash(check, table.check[last])];
  if (last > from) {
    later.push(table.check[last]);
    pairs.push(pairHash(hash, table, last));
  }
  return { prefixes, whole, later, pairs };
}

/** Gives the five-bit signature of a form: equal for forms that differ only in size of letters (MİT and mit, not MIT). */
export function signatureOf(form: string): number {
  const small = lower(form.normalize('NFC'));
  let h = 7;
  for (let i = 0; i < small.length; i++) h = (Math.imul(h, 31) + small.charCodeAt(i)) | 0;
  return (h ^ (h >>> 5) ^ (h >>> 10) ^ (h >>> 15)) & 31;
}

/** Articles a listed name is also found with. */
const SPELLINGS = ['el', 'al'];

/** Gives the spellings of a name that differ in how an Arabic article is written: `Fayiz es-Serrac`, `Fayiz es Serrac`, `Fayiz el-Serrac`, `Fayiz Serrac`. */
export function articleVariants(name: string): string[] {
  const words = name.split(' ');
  const at = words.findIndex((word) => articleOf(word) !== undefined);
  if (at < 0) return [name];
  const word = words[at];
  const article = articleOf(word) as string;
  const rest = word.slice(article.length + 1);
  const spell = (form: string) => [...words.slice(0, at), form, ...words.slice(at + 1)].join(' ');
  const articles = new Set([article, ...SPELLINGS]);
  const variants = [...articles].flatMap((form) => [spell(`${form}-${rest}`), spell(`${form} ${rest}`)]);
  // Without its article a lone word may be another word (el-Kaide is no kaide).
  if (words.length > 1) variants.push(spell(rest));
  return [name, ...variants.filter((variant) => variant !== name)];
}

/** Gives a word without its Arabic article (es-Serrac: Serrac); other words as they are. */
export function withoutArticle(word: string): string {
  const article = articleOf(word);
  return article === undefined ? word : word.slice(article.length + 1);
}

function articleOf(word: string): string | undefined {
  const hyphen = word.indexOf('-');
  if (hyphen < 2 || hyphen > 2 || word.length < 6) return undefined;
  const article = word.slice(0, hyphen);
  return ARTICLES.has(fold(article)) ? article : undefined;
}
