import { KunyeError } from '../errors.js';
import { DEFAULT_FIELDS, type InputDoc, type RecordFields } from './document.js';

/**
 * Reads one line of JSONL as a document: `{"text", "id"?, "date"?, "title"?}`, other fields are ignored.
 * @param place file and line for messages
 * @throws KunyeError INPUT_INVALID when the line is no JSON object or has no text
 */
export function parseRecord(line: string, place: { file: string; line: number }, fields: RecordFields = DEFAULT_FIELDS): InputDoc {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    throw new KunyeError('INPUT_INVALID', `not JSON (${(error as Error).message}); right would be {"text": "..."} on one line`, place);
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw new KunyeError('INPUT_INVALID', `not a JSON object; right would be {"${fields.text}": "..."}`, place);
  }
  const values = record as Record<string, unknown>;
  const text = values[fields.text];
  if (typeof text !== 'string') {
    const found = text === undefined ? 'is missing' : `is ${Array.isArray(text) ? 'an array' : typeof text}, not a string`;
    throw new KunyeError('INPUT_INVALID', `the field '${fields.text}' ${found} (--text-field names another)`, place);
  }
  const doc: InputDoc = { text: text.replace(/^\ufeff/u, '') };
  for (const [field, value] of [
    ['id', values[fields.id]],
    ['date', values.date],
    ['title', values.title],
  ] as const) {
    if (typeof value === 'string') doc[field] = value;
    else if (typeof value === 'number') doc[field] = String(value);
  }
  return doc;
}
