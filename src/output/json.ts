import { type OffsetUnit, offsetConverter } from '../text/offsets.js';
import type { DocResult, Entity } from '../types.js';
import { JsonLineWriter } from './json-line.js';

/** Fields in the order in which they are printed. */
const ENTITY_FIELDS = [
  'type',
  'start',
  'end',
  'text',
  'name',
  'suffix',
  'case',
  'source',
  'score',
  'sentence',
  'context',
] as const;

/** Gives a result with its entities' offsets in another unit; the given result stays unchanged. */
export function withOffsets(result: DocResult, text: string, unit: OffsetUnit): DocResult {
  if (unit === 'utf16') return result;
  const convert = offsetConverter(text, unit);
  return {
    ...result,
    entities: result.entities.map((entity) => ({ ...entity, start: convert(entity.start), end: convert(entity.end) })),
  };
}

/** Puts a document's own fields before what was found in it. */
export function withRecord(
  { id, date, title }: Pick<DocResult, 'id' | 'date' | 'title'>,
  { people, places, organizations, entities }: DocResult,
): DocResult {
  const record: Partial<DocResult> = {};
  if (id !== undefined) record.id = id;
  if (date !== undefined) record.date = date;
  if (title !== undefined) record.title = title;
  record.people = people;
  record.places = places;
  record.organizations = organizations;
  record.entities = entities;
  return record as DocResult;
}

/** Gives a result with its fields in the order in which they are printed. */
export function ordered(result: DocResult): DocResult {
  const entities = result.entities.map((entity) => {
    const from = entity as unknown as Record<string, unknown>;
    const to: Record<string, unknown> = {};
    for (const field of ENTITY_FIELDS) if (from[field] !== undefined) to[field] = from[field];
    return to;
  });
  return withRecord(result, { ...result, entities: entities as unknown as Entity[] });
}

const lineWriter = new JsonLineWriter();
const decoder = new TextDecoder();

/** Renders a result as one line of JSON, without a line end. */
export function renderJsonLine(result: DocResult): string {
  return decoder.decode(lineWriter.line(result).subarray(0, -1));
}

/** Renders a result as readable JSON: one line a field, one line an element of its lists. */
export function renderJson(result: DocResult, indent = ''): string {
  const fields = Object.entries(ordered(result)).map(([key, value]) => {
    if (!Array.isArray(value)) return `${indent}  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    if (value.length === 0) return `${indent}  ${JSON.stringify(key)}: []`;
    const items = value.map((item) => `${indent}    ${spaced(item)}`).join(',\n');
    return `${indent}  ${JSON.stringify(key)}: [\n${items}\n${indent}  ]`;
  });
  return `${indent}{\n${fields.join(',\n')}\n${indent}}`;
}

/** JSON on one line with a blank after colons and commas. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${spaced(item)}`);
  return `{${fields.join(', ')}}`;
}
