import type { InputDoc } from '../input/document.js';
import { renderJsonLine, withOffsets, withRecord } from '../output/json.js';
import type { Analysis } from '../pipeline.js';
import type { OffsetUnit } from '../text/offsets.js';
import { withContexts } from './context.js';

/** Renders one document of a batch as a line of JSON, without a line end. */
export function renderBatchLine(doc: InputDoc, { result, table }: Analysis, unit: OffsetUnit): string {
  return renderJsonLine(withRecord(doc, withOffsets(withContexts(result, table), table.text, unit)));
}
