import { KunyeError } from '../errors.js';
import {
  checkEntity,
  type GoldDoc,
  type GoldName,
  type GoldOptions,
  parseGold,
  parseObject,
  typeOfGold,
} from './gold.js';

/**
 * Reads what a system found in the gold's documents, in the gold's order: JSON lines with `entities` (as künye prints them, UTF-16 offsets), JSON
 * lines `{"tokens","tags"}`, or CoNLL.
 *
 * @returns one list of names a document
 * @throws KunyeError GOLD_INVALID when the documents are not the gold's
 */
export function parsePredictions(
  content: string,
  file: string,
  gold: readonly GoldDoc[],
  options: GoldOptions = {},
): GoldName[][] {
  const lines = content.split('\n').flatMap((raw, index) => (raw.trim() === '' ? [] : [{ raw, line: index + 1 }]));
  const records = lines[0]?.raw.trimStart().startsWith('{')
    ? lines.map(({ raw, line }) => ({ record: parseObject(raw, { file, line }), place: { file, line } }))
    : [];
  if (records.length === 0 || Array.isArray(records[0].record.tokens)) {
    const docs = parseGold(content, file, options);
    checkCount(docs.length, gold.length, file);
    docs.forEach((doc, i) => {
      if (doc.text !== gold[i].text)
        throw new KunyeError('GOLD_INVALID', `not the tokens of ${gold[i].file}:${gold[i].line}`, doc);
    });
    return docs.map((doc) => doc.names);
  }
  checkCount(records.length, gold.length, file);
  return records.map(({ record, place }, i) => {
    const { text, id, file: goldFile, line } = gold[i];
    if (id !== undefined && record.id !== undefined && String(record.id) !== id)
      throw new KunyeError('GOLD_INVALID', `document '${record.id}' where ${goldFile}:${line} has '${id}'`, place);
    if (!Array.isArray(record.entities)) throw new KunyeError('GOLD_INVALID', 'no list "entities"', place);
    return record.entities.flatMap((entity) => {
      const { start, end, type } = checkEntity(entity, text, () => place);
      const ours = typeOfGold(type);
      return ours ? [{ start, end, type: ours }] : [];
    });
  });
}

function checkCount(found: number, right: number, file: string): void {
  if (found !== right)
    throw new KunyeError('GOLD_INVALID', `${found} documents; right would be the ${right} of the gold`, { file });
}
