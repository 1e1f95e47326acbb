import { kindOf } from '../arguments.js';
import { KunyeError, type Place } from '../errors.js';
import { DEFAULT_FIELDS, type InputDoc, type RecordFields } from './document.js';
import { idOf, isLongNumber, parseWithIds } from './record-id.js';

/**
 * Reads one line of JSONL as a document: `{"text", "id"?, "date"?, "title"?}`, other fields are ignored.
 * @param place where it came from, for messages
 * @throws KunyeError INPUT_INVALID when the line is no JSON object or has no text
 */
export function parseRecord(line: string, place: Place, fields: RecordFields = DEFAULT_FIELDS): InputDoc {
  let record: unknown;
  try {
    record = parseWithIds(withoutMark(line), fields.id);
  } catch (error) {
    throw new KunyeError(
      'INPUT_INVALID',
      `not JSON (${(error as Error).message}); right would be {"text": "..."} on one line`,
      place,
    );
  }
  return documentOf(record, place, fields);
}

/**
 * Reads the whole content of a JSON file: one record, or an array of records.
 * @param file for messages
 * @returns a document or an error a record, made when it is asked for: of a broken file there may be millions
 * @throws KunyeError INPUT_INVALID when the content is no JSON
 */
export function* parseRecords(
  content: string,
  file: string,
  fields: RecordFields = DEFAULT_FIELDS,
): Generator<InputDoc | KunyeError> {
  let value: unknown;
  try {
    value = parseWithIds(content, fields.id);
  } catch (error) {
    throw new KunyeError(
      'INPUT_INVALID',
      `not JSON (${(error as Error).message}); --from jsonl reads one record a line`,
      { file },
    );
  }
  if (!Array.isArray(value)) {
    yield documentOf(value, { file }, fields);
    return;
  }
  for (const [index, record] of value.entries()) {
    try {
      yield documentOf(record, { file: `${file}[${index}]` }, fields);
    } catch (error) {
      if (!(error instanceof KunyeError)) throw error;
      yield error;
    }
  }
}

function documentOf(record: unknown, place: Place, fields: RecordFields): InputDoc {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new KunyeError('INPUT_INVALID', `not a JSON object; right would be {"${fields.text}": "..."}`, place);
  }
  const values = record as Record<string, unknown>;
  const text = values[fields.text];
  if (typeof text !== 'string') {
    const found = text === undefined ? 'is missing' : `is ${kindOf(text)}, not a string`;
    throw new KunyeError('INPUT_INVALID', `the field '${fields.text}' ${found} (--text-field names another)`, place);
  }
  const doc: InputDoc = { text };
  const id = values[fields.id];
  if (isLongNumber(id)) {
    const message = `the field '${fields.id}' is a number whose digits cannot be kept; right would be a string, "123"`;
    throw new KunyeError('INPUT_INVALID', message, place);
  }
  carry(doc, 'id', idOf(id));
  carry(doc, 'date', values.date);
  carry(doc, 'title', values.title);
  return doc;
}

function carry(doc: InputDoc, field: 'id' | 'date' | 'title', value: unknown): void {
  if (typeof value === 'string') doc[field] = value;
  else if (typeof value === 'number') doc[field] = String(value);
}

const BYTE_ORDER_MARK = 0xfeff;

/** Takes the mark off a line. One in a record's text stays: the text's owner counts it. */
function withoutMark(line: string): string {
  return line.charCodeAt(0) === BYTE_ORDER_MARK ? line.slice(1) : line;
}
