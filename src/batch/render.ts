import type { InputDoc } from '../input/document.js';
import { withRecord } from '../output/json.js';
import type { Analysis } from '../pipeline.js';
import { type OffsetUnit, offsetConverter } from '../text/offsets.js';
import type { DocResult } from '../types.js';
import { withContexts } from './context.js';

/** Gives what a batch's line says of a document. */
export function batchResult(doc: InputDoc, { result, table }: Analysis, unit: OffsetUnit): DocResult {
  const found = withContexts(result, table);
  const convert = offsetConverter(table.text, unit);
  // The entities are new, nobody else holds them.
  for (const entity of found.entities) {
    entity.start = convert(entity.start);
    entity.end = convert(entity.end);
  }
  return withRecord(doc, found);
}
