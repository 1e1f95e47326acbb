import type { OffsetUnit } from '../text/offsets.js';
import type { DocResult } from '../types.js';

const COLUMNS = ['id', 'type', 'start', 'end', 'unit', 'text', 'name', 'suffix', 'case', 'source', 'score'] as const;

/** The header line of a CSV file. */
export const CSV_HEADER = `${COLUMNS.join(',')}\r\n`;

/**
 * Renders the mentions of a document as CSV lines (RFC 4180), without the header.
 * @param unit what `start` and `end` of the result count, stated in every row
 */
export function renderCsv(result: DocResult, unit: OffsetUnit): string {
  return result.entities
    .map((entity) => {
      const row: Record<string, unknown> = { ...entity, id: result.id, unit };
      return `${COLUMNS.map((column) => csvField(row[column])).join(',')}\r\n`;
    })
    .join('');
}

function csvField(value: unknown): string {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}
