import type { InputDoc } from '../input/document.js';
import { withRecord } from '../output/json.js';
import { type Analysis, analyseText, analyseTokens, type Resources } from '../pipeline.js';
import { hintOnPath } from './hints.js';
import { areSeveral, readInputs } from './inputs.js';
import type { InputFlags, OutputFlags, RecognizeFlags } from './options.js';
import { createPrinter } from './printer.js';
import { loadResources } from './resources.js';
import type { Session } from './session.js';

/** Characters from which a text is long. */
const LONG_TEXT = 50_000;

/** Options of `kunye extract`. */
export type ExtractFlags = RecognizeFlags & InputFlags & OutputFlags;

/**
 * Recognizes one document.
 * @param reasons for explanations, see AnalyseOptions
 */
export function analyseDoc(doc: InputDoc, resources: Resources, flags: RecognizeFlags, reasons?: number): Analysis {
  const options = {
    ...(flags.types && { types: flags.types }),
    ...(flags.minScore !== undefined && { minScore: flags.minScore }),
    ...(reasons !== undefined && { reasons }),
  };
  return doc.sentences ? analyseTokens(doc.sentences, resources, options) : analyseText(doc.text, resources, options);
}

/**
 * `kunye extract`: recognizes the inputs one by one and prints each as it is done.
 * @param commands names of the program's commands: a misspelt one arrives here as a path
 */
export async function extract(
  paths: readonly string[],
  flags: ExtractFlags,
  session: Session,
  commands: readonly string[],
): Promise<void> {
  const inputs = paths.length > 0 ? paths : ['-'];
  const resources = loadResources(flags);
  const print = await createPrinter(flags, session, areSeveral(inputs, flags.from));
  const hint = (path: string) => hintOnPath(path, commands, 'echo "TEXT" | kunye');
  let first = true;
  for await (const items of readInputs(inputs, flags, session.io, session, hint)) {
    for (const item of items) {
      if (!first || item.doc.text.length > LONG_TEXT) session.io.expectWork?.();
      first = false;
      const analysis = analyseDoc(item.doc, resources, flags);
      const full = print.doc(withRecord(item.doc, analysis.result), analysis, item);
      if (full) await full;
    }
    await session.out.flush();
  }
  await print.end();
}
