import { KunyeError } from '../errors.js';
import { checkEntity, type GoldName, type LinePlace, typeOfGold } from '../input/gold.js';
import type { Entity, Span } from '../types.js';

/** A name that an article is expected to have. */
export interface ExpectedName extends GoldName {
  /** The base form to be given; any when absent. */
  name?: string;
  /** The name is known to be missed: that is no regression, and finding it is worth telling. */
  knownMissing?: boolean;
}

/** What is expected of one article. */
export interface Expectation {
  names: ExpectedName[];
  /** Spans about which one can differ; names found there are passed over. */
  debatable: Span[];
}

/**
 * Reads what is expected of an article: `{"entities":[{start,end,type,text?,name?,optional?,knownMissing?}]}`, of which künye's own output is one
 * form; other fields are passed over. Offsets are UTF-16.
 *
 * @param content the expectation's JSON
 * @param text the article
 * @throws KunyeError GOLD_INVALID when it is malformed or does not fit the article
 */
export function parseExpectation(content: string, text: string, file: string): Expectation {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new KunyeError('GOLD_INVALID', `not JSON (${(error as Error).message})`, { file });
  }
  const lines = content.split('\n');
  // An entity stands on a line of its own, where künye wrote the file; the line of its text is the best place to name.
  const lineOf = (entity: unknown) => {
    const mark = JSON.stringify((entity as { start?: unknown } | null)?.start);
    const index = lines.findIndex((line) => mark !== undefined && line.includes(`"start": ${mark},`));
    return index < 0 ? 1 : index + 1;
  };
  return expectationOf(value, text, (entity) => ({ file, line: lineOf(entity) }));
}

/**
 * Checks an expectation that is already parsed.
 * @param placeOf tells where an entity of it stands, for messages; it may search, so it is asked only when one is wrong
 * @throws KunyeError GOLD_INVALID when it is malformed or does not fit the article
 */
export function expectationOf(value: unknown, text: string, placeOf: (entity: unknown) => LinePlace): Expectation {
  const entities = (value as { entities?: unknown } | null)?.entities;
  if (!Array.isArray(entities))
    throw new KunyeError('GOLD_INVALID', 'no list "entities"; `kunye check DIR --update` writes one', placeOf(null));
  const expectation: Expectation = { names: [], debatable: [] };
  for (const entity of entities) {
    const { start, end, type, optional } = checkEntity(entity, text, () => placeOf(entity));
    const ours = typeOfGold(type);
    const { text: covered, name, knownMissing } = entity as Record<string, unknown>;
    const found = text.slice(start, end);
    if (typeof covered === 'string' && covered !== found) {
      const why = `expects '${covered}' at ${start}-${end}, where the article has '${found}'`;
      throw new KunyeError('GOLD_INVALID', `${why}; was the article changed? --update writes anew`, placeOf(entity));
    }
    if (optional) expectation.debatable.push({ start, end });
    else if (ours)
      expectation.names.push({
        type: ours,
        start,
        end,
        ...(typeof name === 'string' && { name }),
        ...(knownMissing === true && { knownMissing: true }),
      });
  }
  return expectation;
}

/**
 * Renders an expectation: an entity a line, keys sorted, so that changes read well in a diff.
 * @param entities what was found
 * @param missing names that stay expected though they are not found
 */
export function renderExpectation(
  text: string,
  entities: readonly Entity[],
  { names, debatable }: Expectation = { names: [], debatable: [] },
): string {
  const found = new Set(entities.map(({ type, start, end }) => `${type}-${start}-${end}`));
  const missing = names.filter(
    ({ knownMissing, type, start, end }) => knownMissing && !found.has(`${type}-${start}-${end}`),
  );
  const rows = [
    ...entities.map(({ type, start, end, name }) => ({ start, end, name, type })),
    ...missing.map(({ type, start, end, name }) => ({
      start,
      end,
      type,
      ...(name !== undefined && { name }),
      knownMissing: true,
    })),
    ...debatable.map(({ start, end }) => ({ start, end, type: 'ANY', optional: true })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const lines = rows.map((row) => {
    const fields = Object.entries({ ...row, text: text.slice(row.start, row.end) }).sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    return `    {${fields.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(', ')}}`;
  });
  return lines.length > 0 ? `{\n  "entities": [\n${lines.join(',\n')}\n  ]\n}\n` : '{\n  "entities": []\n}\n';
}
