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

/** Reads a record's id by parsing its line; undefined when it has none or is no record. */
export function parseId(line: string, field: string): string | undefined {
  try {
    const id = (JSON.parse(line.replace(/^\ufeff/u, '')) as Record<string, unknown> | null)?.[field];
    return typeof id === 'string' ? id : typeof id === 'number' ? String(id) : undefined;
  } catch {
    return undefined;
  }
}
