import type { KunyeError, Place } from '../errors.js';
import { readSuffix, readWord } from '../morphology/analyser.js';
import { fold, foldInto } from '../text/fold.js';
import { tokenize } from '../tokenize/tokenizer.js';
import { TokenFlag, TokenKind } from '../types.js';
import { type Entry, type EntryType, TypeBit } from './entry.js';
import type { Lexicon } from './lexicon.js';
import { lintAcross } from './lint-across.js';
import { parseLexicon } from './parse.js';
import { keyOfTokens, phraseKey } from './phrase.js';

/** One thing that is wrong, or likely wrong, in a list. */
export interface Problem {
  place: Required<Place>;
  /** An error keeps an entry from working or makes it wrong by the rules of docs/lexicons.md; a warning may be meant. */
  severity: 'error' | 'warning';
  /** Stable name of the rule. */
  rule: string;
  /** What is wrong, and what would be right. */
  message: string;
}

/** A list as it lies on disk. */
export interface ListFile {
  file: string;
  content: string;
}

/** Settings of a lint run. */
export interface LintOptions {
  /** The lists that ship: they know which words are common and how often a word is a name. */
  known: Lexicon;
  /** Hold the files to the form in which künye's own lists are kept: sorted, with source and licence. */
  shipped?: boolean;
}

/** What a rule is given of one entry. */
export interface Line {
  file: string;
  raw: string;
  entry: Entry;
}

/** Share of capitalised uses below which a word is a common word rather than a name. */
export const COMMON_BELOW = 0.35;

/**
 * Finds what is wrong in lists: lines that cannot be read, entries the matcher can never find, forms that would match ordinary words or
 * several people, repetitions within and across the files. Problems come in file and line order.
 */
export function lintLists(files: readonly ListFile[], { known, shipped = false }: LintOptions): Problem[] {
  const problems: Problem[] = [];
  const lines: Line[] = [];
  for (const { file, content } of files) {
    const raws = content.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
    const entries = parseLexicon(content, file, (error) => problems.push(unreadable(error, file)));
    for (const entry of entries) lines.push({ file, raw: raws[entry.line - 1], entry });
    if (shipped) problems.push(...lintHead(file, raws), ...lintOrder(file, raws));
  }
  for (const line of lines) problems.push(...lintLine(line, known));
  problems.push(...lintAcross(lines, known));
  const order = new Map(files.map(({ file }, i) => [file, i]));
  return problems.sort(
    (a, b) =>
      (order.get(a.place.file) as number) - (order.get(b.place.file) as number) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}

function unreadable(error: KunyeError, file: string): Problem {
  const { line = 1, column = 1 } = error.place ?? {};
  const message = error.message.slice(`${file}:${line}:${column}: `.length);
  return { place: { file, line, column }, severity: 'error', rule: 'format', message };
}

/** Makes a problem of an entry; `text` is what to point at, where it stands first after the name unless it is the name, or where it stands last. */
export function problemAt(
  { file, raw, entry }: Line,
  text: string,
  severity: Problem['severity'],
  rule: string,
  message: string,
  where: 'first' | 'last' = 'first',
): Problem {
  const afterName = raw.startsWith('{') || text === entry.name ? 0 : raw.indexOf('\t') + 1;
  const found = where === 'last' ? raw.lastIndexOf(text) : raw.indexOf(text, afterName);
  return { place: { file, line: entry.line, column: Math.max(found, 0) + 1 }, severity, rule, message };
}

/** All written forms of an entry with whether they are weak; the name first. */
export function formsOf({ name, aliases, flags }: Entry): { text: string; weak: boolean }[] {
  return [{ text: name, weak: flags.includes('weak') }, ...aliases];
}

/** Is the entry a name, rather than a word that is evidence? */
export function isName({ type }: Entry): boolean {
  return type === 'PER' || type === 'LOC' || type === 'ORG';
}

function lintHead(file: string, raws: readonly string[]): Problem[] {
  const head = raws.filter((raw) => raw.startsWith('#'));
  return ['source', 'licence']
    .filter((field) => !head.some((raw) => raw.startsWith(`# ${field}: `)))
    .map((field) => ({
      place: { file, line: 1, column: 1 },
      severity: 'error',
      rule: 'head',
      message: `the list does not say its ${field}; right would be a line '# ${field}: ...' at the top`,
    }));
}

function lintOrder(file: string, raws: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  let last = '';
  raws.forEach((raw, index) => {
    if (raw === '' || raw.startsWith('#')) return;
    if (raw < last && problems.length === 0)
      problems.push({
        place: { file, line: index + 1, column: 1 },
        severity: 'error',
        rule: 'order',
        message: `not sorted: belongs before '${last.split('\t')[0]}'; \`npm run lexicons:tidy\` sorts`,
      });
    last = raw;
  });
  return problems;
}

function lintLine(line: Line, known: Lexicon): Problem[] {
  const { entry, raw } = line;
  const problems: Problem[] = [];
  const add = (text: string, severity: Problem['severity'], rule: string, message: string) =>
    problems.push(problemAt(line, text, severity, rule, message));
  if (raw !== raw.normalize('NFC'))
    add(entry.name, 'error', 'nfc', 'not in Unicode form NFC; right would be whole letters (é, not e and a mark)');
  const seen = new Set<string>();
  for (const { text, weak } of formsOf(entry)) {
    const odd = oddCharacter(text);
    if (odd) add(text, 'error', 'character', `'${text}' holds ${odd}`);
    if (seen.has(text)) {
      const other = text === entry.name ? 'the name' : 'another alias';
      const message = `alias '${text}' repeats ${other}; right would be to leave it out`;
      problems.push(problemAt(line, text, 'error', 'repeated', message, 'last'));
    }
    seen.add(text);
    const suffix = isName(entry) ? suffixOf(text) : undefined;
    if (suffix) add(text, suffix.severity, 'suffix', suffix.message);
    const unreachable = whyUnreachable(text);
    if (unreachable) add(text, 'error', 'unreachable', `'${text}' can never be found: ${unreachable}`);
    if (!isName(entry)) continue;
    const small = smallWord(text);
    if (small)
      add(
        text,
        'warning',
        'small-word',
        `'${small}' in '${text}' is in small letters: only capitalised words make a name; right would be a name without it`,
      );
    const base = baseOf(text, entry.type, known);
    if (base)
      add(
        text,
        'warning',
        'inflected',
        `'${text}' looks like '${base}' in another case; suffixes are cut by themselves`,
      );
    if (!weak) problems.push(...lintCommon(line, text, known));
  }
  return problems;
}

function lintCommon(line: Line, text: string, known: Lexicon): Problem[] {
  const key = phraseKey(text);
  if (!key || key.prefixes.length > 0) return [];
  const phrase = known.find(...key.whole);
  if (phrase < 0 || !known.isWhole(phrase) || (known.isAcronym(phrase) && isCapitals(text))) return [];
  const share = known.share(phrase);
  const isAlias = text !== line.entry.name;
  const right = isAlias ? `'~${text}'` : "the flag 'weak'";
  if (share !== undefined && share < COMMON_BELOW) {
    const percent = Math.round(share * 100);
    return [
      problemAt(
        line,
        text,
        'error',
        'common',
        `'${text}' is a name in ${percent} % of its uses only; right would be ${right}`,
      ),
    ];
  }
  if ((known.strongMask(phrase) | known.weakMask(phrase)) & TypeBit.COMMON)
    return [
      problemAt(line, text, 'error', 'common', `'${text}' is also listed as a common word; right would be ${right}`),
    ];
  return [];
}

function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text);
}

/** Letters of scripts that look like Latin, and characters nobody sees. */
function oddCharacter(text: string): string | undefined {
  if (/\p{Script=Latin}/u.test(text) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text))
    return 'letters of two scripts; right would be Latin letters only';
  const hidden = /[\p{Cc}\p{Cf}\p{Co}\ufffd\u00a0\u2000-\u200a\u202f\u3000]/u.exec(text)?.[0];
  if (hidden) return `the character U+${hex(hidden)}; right would be to leave it out or a plain space`;
  if (text.includes('  ')) return 'two spaces; right would be one';
  const mark = /[|~;"“”«»<>[\]{}=*_]/u.exec(text)?.[0];
  if (mark) return `the character ${mark}; right would be the name as news writes it`;
  return undefined;
}

function hex(char: string): string {
  return upperHex((char.codePointAt(0) as number).toString(16)).padStart(4, '0');
}

function upperHex(digits: string): string {
  return digits.replace(/[a-f]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 32));
}

/** Judges what stands behind the last apostrophe of a form: the matcher takes it for a suffix and finds the form without it. */
function suffixOf(form: string): Pick<Problem, 'severity' | 'message'> | undefined {
  const table = tokenize(form);
  const last = table.length - 1;
  if (last < 0 || !(table.flags[last] & TokenFlag.Suffixed)) return undefined;
  const base = form.slice(0, table.stemEnd[last]);
  const isSuffix = readSuffix(form, table.stemEnd[last] + 1, table.end[last]) !== undefined;
  const misleads = isSuffix || base.length < SHORTEST_BASE;
  const message = `what follows the apostrophe in '${form}' counts as a suffix: it is found as '${base}'`;
  return misleads
    ? { severity: 'error', message: `${message}; right would be the base form` }
    : { severity: 'warning', message };
}

/** Shorter bases before an apostrophe stand for too much by themselves (the M of M'gladbach). */
const SHORTEST_BASE = 3;

/** Cases that names hardly end in by chance. */
const CLEAR_CASES = new Set(['Loc', 'Abl', 'Gen']);

/**
 * A listed name of the same type of which the form is a case (Sağlık Bakanlığına); undefined when there is none. Single words and persons are
 * left out, in which endings look like cases too often (Adana, Mahmut Akten), as are a dative and an accusative without the n of compounds.
 */
function baseOf(form: string, type: EntryType, known: Lexicon): string | undefined {
  const at = form.lastIndexOf(' ') + 1;
  if (at === 0 || type === 'PER') return undefined;
  const last = form.slice(at);
  const units = new Uint16Array(last.length);
  const n = foldInto(last, 0, last.length, units);
  for (const reading of readWord(units, n)) {
    const ofCompound = last[reading.base] === 'n' && (reading.case === 'Dat' || reading.case === 'Acc');
    if (reading.last !== 0 || !(CLEAR_CASES.has(reading.case) || ofCompound)) continue;
    const base = form.slice(0, at + reading.base);
    const key = phraseKey(base);
    const phrase = key ? known.find(...key.whole) : -1;
    if (phrase >= 0 && known.isWhole(phrase) && known.strongMask(phrase) & TypeBit[type]) return base;
  }
  return undefined;
}

/** Says why the matcher cannot find the form in running text; undefined when it can. */
function whyUnreachable(form: string): string | undefined {
  const whole = phraseKey(form)?.whole;
  if (!whole) return 'it holds no word';
  const before = 'dün ';
  const table = tokenize(`${before}${form} geldi`);
  const to = table.length - 1;
  if (table.start[1] !== before.length || table.kind[1] === TokenKind.Punct) return 'a name starts with a word';
  if (table.sentence[to] !== table.sentence[1]) return 'a sentence ends inside it';
  const found = keyOfTokens(table, 1, to).whole;
  return found[0] === whole[0] && found[1] === whole[1] ? undefined : 'in running text its words are read otherwise';
}

/** Words that stay small inside names: `ve`, `ile`, articles and particles of foreign names. */
const PARTICLES = new Set(
  (
    've ile veya ya da de için mu mü mı mi ül ul ur ür us üs uş üş ut üt ud üd un ün yi yı yu yü i ı u ü vel ebu abu um ' +
    'el al es er en ez ed eş an as et at ad bin bint ibn ben van von der den des dem vom zu zur und für am im aan het ten ter op av af na nad w ' +
    'del della delle dei dello di do dos das du la le les los las lo y e o d l s és sous sur au à a au og upon wa we arap and of the for in on to by'
  )
    .split(' ')
    .map(fold),
);

/** The first word of a name that is written small without being a particle; undefined when there is none. */
function smallWord(name: string): string | undefined {
  if (!/\p{Lu}/u.test(name)) return undefined;
  return name.split(' ').find((word) => /^\p{Ll}[\p{Ll}-]*$/u.test(word) && !PARTICLES.has(fold(word)));
}
