import { KunyeError } from '../errors.js';
import { type GoldDoc, typeOfGold } from './gold.js';

/**
 * Reads a text and its brat standoff annotation (https://brat.nlplab.org/standoff.html). Only text-bound annotations (`T1<TAB>PER 0 5<TAB>name`)
 * are names; brat counts offsets in code points, the result has UTF-16 offsets. A name in several pieces is taken from its first piece to its last.
 *
 * @param annotation content of the .ann file
 * @param text content of the .txt file
 * @param file name of the .ann file, for messages
 * @throws KunyeError GOLD_INVALID with file and line when an annotation is malformed or does not fit the text
 */
export function parseBrat(annotation: string, text: string, file: string): GoldDoc {
  const offsets = utf16Offsets(text);
  const doc: GoldDoc = { text, names: [], debatable: [], file, line: 1 };
  annotation.split(/\r?\n/u).forEach((raw, index) => {
    if (!raw.startsWith('T')) return;
    const place = { file, line: index + 1 };
    const match = /^T\d+\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/u.exec(raw);
    if (!match) throw new KunyeError('GOLD_INVALID', 'right would be T1<TAB>TYPE START END<TAB>TEXT', place);
    const [, typeName, pieces, covered] = match;
    const limits = pieces.split(/[ ;]/u).map(Number);
    const start = offsets[limits[0]];
    const end = offsets[limits[limits.length - 1]];
    if (start === undefined || end === undefined || start >= end)
      throw new KunyeError('GOLD_INVALID', `${pieces} is no span of a text of ${offsets.length - 1} characters`, place);
    const found = text.slice(start, end);
    if (limits.length === 2 && oneLine(found) !== oneLine(covered))
      throw new KunyeError('GOLD_INVALID', `'${covered}' at ${pieces}, where the text has '${oneLine(found)}'`, place);
    const type = typeOfGold(typeName);
    if (type) doc.names.push({ type, start, end });
  });
  return doc;
}

/** The UTF-16 offset of every code point, and of the text's end. */
function utf16Offsets(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const point of text) {
    offsets.push(at);
    at += point.length;
  }
  offsets.push(at);
  return offsets;
}

/** brat prints a line end inside a name as a blank. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]/gu, ' ');
}
