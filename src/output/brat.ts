import { offsetConverter } from '../text/offsets.js';
import type { DocResult } from '../types.js';

/**
 * Renders the mentions of a text as brat standoff annotation (https://brat.nlplab.org/standoff.html), the content of the .ann file beside the text.
 * Offsets count code points, as brat does. A name over a line end becomes several pieces, since brat's annotations stay on a line; a base form that
 * differs from the text is a note.
 */
export function renderBrat(text: string, result: DocResult): string {
  const convert = offsetConverter(text, 'codepoint');
  let notes = 0;
  return result.entities
    .map(({ type, start, end, name }, i) => {
      const pieces = piecesOf(text, start, end);
      const spans = pieces.map((piece) => `${convert(piece.start)} ${convert(piece.end)}`).join(';');
      const covered = pieces.map((piece) => text.slice(piece.start, piece.end)).join(' ');
      const line = `T${i + 1}\t${type} ${spans}\t${covered}\n`;
      return name === covered ? line : `${line}#${++notes}\tAnnotatorNotes T${i + 1}\t${name}\n`;
    })
    .join('');
}

/** The parts of a span on each of its lines, without white space at their ends. */
function piecesOf(text: string, start: number, end: number): { start: number; end: number }[] {
  return [...text.slice(start, end).matchAll(/\S(?:[^\r\n]*\S)?/gu)].map(({ index, 0: piece }) => ({
    start: start + index,
    end: start + index + piece.length,
  }));
}
