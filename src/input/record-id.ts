/** A field whose name no short escape (`\\/`) can spell. */
const PLAIN_FIELD = /^[A-Za-z0-9_-]+$/u;
/** An id that is the same in JSON and in every encoding of lines. */
const PLAIN_ID = /^[ !#-[\]-~]*$/u;
const [QUOTE, BLANK] = [0x22, 0x20];

/**
 * Makes a reader of records' ids that saves parsing where it can: most lines begin with their id. It gives undefined where only parsing can
 * tell, which is also where the field comes twice, since the last one counts.
 * @param field name of the id's field
 */
export function quickIdReader(field: string): (line: Buffer) => string | undefined {
  if (!PLAIN_FIELD.test(field)) return () => undefined;
  const key = Buffer.from(`"${field}"`);
  const beginning = Buffer.from(`{"${field}":`);
  const spelt = [...new Set([...field].map((char) => `\\u00${char.charCodeAt(0).toString(16)[0]}`))];
  const others = [key, ...spelt.map((beginning) => Buffer.from(beginning))];
  return (line) => {
    if (!line.subarray(0, beginning.length).equals(beginning)) return undefined;
    const from = line[beginning.length] === BLANK ? beginning.length + 1 : beginning.length;
    const to = line[from] === QUOTE ? line.indexOf(QUOTE, from + 1) : -1;
    if (to < 0) return undefined;
    const id = line.toString('latin1', from + 1, to);
    return PLAIN_ID.test(id) && !others.some((other) => line.includes(other, to)) ? id : undefined;
  };
}

/**
 * Parses records as `JSON.parse` does, but ids that are numbers of more digits than a number keeps become strings of these digits. Where such
 * an id stays a number, its field's name is spelt with escapes.
 * @param json a record or a list of records
 * @throws SyntaxError when it is no JSON
 */
export function parseWithIds(json: string, field: string): unknown {
  const value: unknown = JSON.parse(json);
  const records: unknown[] = Array.isArray(value) ? value : [value];
  const isLong = (record: unknown) => isLongNumber((record as Record<string, unknown> | null)?.[field]);
  return records.some(isLong) ? JSON.parse(withLongIdsQuoted(json, field)) : value;
}

/** Is it a number that may have lost digits? Fractions are taken for such. */
export function isLongNumber(value: unknown): boolean {
  return typeof value === 'number' && !Number.isSafeInteger(value);
}

/** Writes long numbers as strings wherever a field has the name. Inside a string no quote stands bare: only names of fields match. */
function withLongIdsQuoted(json: string, field: string): string {
  const name = JSON.stringify(field).replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
  const id = new RegExp(`((?<!\\\\)${name}\\s*:\\s*)(-?[0-9][0-9.eE+-]*)`, 'gu');
  return json.replace(id, (all, before: string, digits: string) =>
    isLongNumber(Number(digits)) ? `${before}"${digits}"` : all,
  );
}

/** A record's id as text; undefined when it has none that could be told without doubt. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && !isLongNumber(value) ? String(value) : undefined;
}

/** Reads a record's id by parsing its line; undefined when it has none or is no record. */
export function parseId(line: string, field: string): string | undefined {
  try {
    const record = parseWithIds(line.replace(/^\ufeff/u, ''), field) as Record<string, unknown> | null;
    return idOf(record?.[field]);
  } catch {
    return undefined;
  }
}
