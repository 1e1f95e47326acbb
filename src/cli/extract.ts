import type { InputDoc } from '../input/document.js';
import { withRecord } from '../output/json.js';
import { type Analysis, analyseText, analyseTokens, type Resources } from '../pipeline.js';
import { areSeveral, readInputs } from './inputs.js';
import type { InputFlags, OutputFlags, OutputFormat, RecognizeFlags } from './options.js';
import { createPrinter } from './printer.js';
import { loadResources } from './resources.js';
import type { Session } from './session.js';

/** Options of `kunye extract`. */
export type ExtractFlags = RecognizeFlags & InputFlags & OutputFlags;

/** Recognizes one document. */
export function analyseDoc(doc: InputDoc, resources: Resources, flags: RecognizeFlags): Analysis {
  const options = {
    ...(flags.types && { types: flags.types }),
    ...(flags.minScore !== undefined && { minScore: flags.minScore }),
  };
  return doc.sentences ? analyseTokens(doc.sentences, resources, options) : analyseText(doc.text, resources, options);
}

/** `kunye extract`: recognizes the inputs one by one and prints each as it is done. */
export async function extract(paths: readonly string[], flags: ExtractFlags, session: Session): Promise<void> {
  const inputs = paths.length > 0 ? paths : ['-'];
  const resources = loadResources(flags);
  const format = flags.to ?? defaultFormat(inputs, flags, session);
  const print = await createPrinter(format, flags, session, areSeveral(inputs, flags.from));
  for await (const { doc, conll } of readInputs(inputs, flags, session.io, session)) {
    const analysis = analyseDoc(doc, resources, flags);
    await print.doc(withRecord(doc, analysis.result), analysis, conll);
  }
  await print.end();
}

function defaultFormat(inputs: readonly string[], flags: ExtractFlags, { io }: Session): OutputFormat {
  if (io.stdout.isTTY) return 'pretty';
  return areSeveral(inputs, flags.from) ? 'jsonl' : 'json';
}
