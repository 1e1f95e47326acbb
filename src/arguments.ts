import { KunyeError } from './errors.js';
import { ENTITY_TYPES } from './types.js';

const TYPES: readonly unknown[] = ENTITY_TYPES;
const RECORD_FIELDS = ['id', 'date', 'title'] as const;

/** Says what a value is, for messages: `null`, `a number`, `an array`, `a Buffer`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  const made = typeof value === 'object' ? value.constructor?.name : undefined;
  const name = made === undefined || made === 'Object' ? typeof value : made;
  return `${'AEIOaeio'.includes(name[0]) ? 'an' : 'a'} ${name}`;
}

/** The error for an argument of a wrong kind. */
export function wrongKind(what: string, value: unknown, right: string): KunyeError {
  return new KunyeError('USAGE', `${what} is ${kindOf(value)}; right would be ${right}`);
}

/** Is the value an object with fields, and not a list or bytes? */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** Is the value bytes, of this or another realm? */
export function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}

/** @throws KunyeError USAGE when the value is no object with fields */
export function checkObject(what: string, value: unknown, right: string): void {
  if (!isRecord(value)) throw wrongKind(what, value, right);
}

/** @throws KunyeError USAGE when the value is no bytes */
export function checkBytes(what: string, value: unknown): void {
  if (!isBytes(value)) throw wrongKind(what, value, 'a Uint8Array');
}

/** @throws KunyeError USAGE when the value is no text */
export function checkText(value: unknown): void {
  if (typeof value !== 'string') throw wrongKind('the text', value, 'a string');
}

/** @throws KunyeError USAGE when the value is no record with a text, or one of its other fields is no string */
export function checkRecord(value: unknown): void {
  if (!isRecord(value)) throw wrongKind('the text', value, 'a string, or { text } with a string');
  if (typeof value.text !== 'string') throw wrongKind("the record's text", value.text, 'a string');
  for (const field of RECORD_FIELDS)
    if (value[field] !== undefined && typeof value[field] !== 'string')
      throw wrongKind(`the record's ${field}`, value[field], 'a string, or none');
}

/** @throws KunyeError USAGE when the value is no list of sentences that are lists of tokens */
export function checkTokens(value: unknown): void {
  const right = "a list of tokens a sentence: [['Ankara', 'güzel', '.']]";
  if (!Array.isArray(value)) throw wrongKind('the list of sentences', value, right);
  for (const [i, sentence] of value.entries()) {
    if (!Array.isArray(sentence)) throw wrongKind(`sentence [${i}]`, sentence, right);
    const wrong = sentence.findIndex((token) => typeof token !== 'string');
    if (wrong >= 0) throw wrongKind(`token [${i}][${wrong}]`, sentence[wrong], 'a string');
  }
}

/** @throws KunyeError USAGE when the value is one text, or nothing that gives texts one by one */
export function checkInputs(value: unknown): void {
  const found = value as Partial<AsyncIterable<unknown> & Iterable<unknown>> | null | undefined;
  if (typeof value === 'string' || !(found?.[Symbol.asyncIterator] ?? found?.[Symbol.iterator]))
    throw wrongKind('the input of a stream', value, 'an iterable of texts, such as [text]');
}

/** @throws KunyeError USAGE when a setting of a recognition is wrong */
export function checkOptions(value: unknown): void {
  checkObject('options', value, "an object, such as { types: ['LOC'] }");
  const { types, minScore } = value as Record<string, unknown>;
  const right = `some of ${TYPES.join(', ')}`;
  if (types !== undefined && !Array.isArray(types)) throw wrongKind('types', types, `a list of ${right}`);
  const wrong = types?.find((type) => !TYPES.includes(type));
  if (wrong !== undefined) throw new KunyeError('USAGE', `'${wrong}' is no type; right would be ${right}`);
  if (minScore === undefined) return;
  if (typeof minScore !== 'number') throw wrongKind('minScore', minScore, 'a number from 0 to 1');
  if (!(minScore >= 0 && minScore <= 1))
    throw new KunyeError('USAGE', `minScore is ${minScore}; right would be a number from 0 to 1`);
}

/** @throws KunyeError USAGE when the value is no list of lists of names */
export function checkLists(value: unknown): void {
  if (!Array.isArray(value)) throw wrongKind('lexicons', value, "a list of lists, such as ['names.tsv']");
}

/**
 * Checks a list of names given as an object; what its text or bytes hold is checked where they are read.
 * @throws KunyeError USAGE, or LEXICON_INVALID with list and line when an entry has no name
 */
export function checkList(value: unknown): void {
  const right = '{ name, entries }, { name, text } or { name, bytes }';
  checkObject('a list of lexicons', value, right);
  const list = value as Record<string, unknown>;
  if (typeof list.name !== 'string') throw wrongKind("a list's name", list.name, `a string, as in ${right}`);
  const what = (field: string) => `'${field}' of the list '${list.name}'`;
  if (list.bytes !== undefined) checkBytes(what('bytes'), list.bytes);
  else if (list.text !== undefined) {
    if (typeof list.text !== 'string') throw wrongKind(what('text'), list.text, 'a string');
  } else if (!Array.isArray(list.entries))
    throw wrongKind(what('entries'), list.entries, "[{ name, type }], or 'text'");
  else for (const [i, entry] of list.entries.entries()) checkEntry(entry, { file: list.name, line: i + 1 });
}

function checkEntry(entry: unknown, place: { file: string; line: number }): void {
  const right = "{ name: 'Zambak Derneği', type: 'ORG' }";
  const wrong = (what: string, value: unknown) =>
    new KunyeError('LEXICON_INVALID', `${what} is ${kindOf(value)}; right would be ${right}`, place);
  if (!isRecord(entry)) throw wrong('the entry', entry);
  if (typeof entry.name !== 'string') throw wrong("the entry's name", entry.name);
}
