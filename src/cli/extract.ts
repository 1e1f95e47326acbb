import type { ConllDoc } from '../input/conll.js';
import { DOCSTART } from '../input/conll.js';
import type { InputDoc } from '../input/document.js';
import { renderConll } from '../output/conll.js';
import { renderJson, renderJsonLine, withOffsets, withRecord } from '../output/json.js';
import { type Analysis, analyseText, analyseTokens, type Resources } from '../pipeline.js';
import type { DocResult } from '../types.js';
import { areSeveral, readInputs } from './inputs.js';
import type { InputFlags, OutputFlags, OutputFormat, RecognizeFlags } from './options.js';
import { loadResources } from './resources.js';
import { type Session, wantsColor } from './session.js';

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
  const print = await printer(format, flags, session, areSeveral(inputs, flags.from));
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

interface Printer {
  doc(result: DocResult, analysis: Analysis, conll?: ConllDoc): Promise<void>;
  end(): Promise<void>;
}

async function printer(
  format: OutputFormat,
  flags: ExtractFlags,
  session: Session,
  several: boolean,
): Promise<Printer> {
  const { out } = session;
  const none = async () => {};
  const located = (result: DocResult, { table }: Analysis) => withOffsets(result, table.text, flags.offsets);
  switch (format) {
    case 'jsonl':
      return { doc: (result, analysis) => out.write(`${renderJsonLine(located(result, analysis))}\n`), end: none };
    case 'json':
      return several ? arrayPrinter(session, located) : singlePrinter(session, located);
    case 'conll':
      return {
        doc: (result, { table }, conll) =>
          out.write((conll?.marked ? `${DOCSTART}\n\n` : '') + renderConll(table, result.entities)),
        end: none,
      };
    case 'pretty': {
      const [{ Chalk }, { renderPretty }] = await Promise.all([import('chalk'), import('../output/pretty.js')]);
      const chalk = new Chalk({ level: wantsColor(session.io, flags.color) ? 1 : 0 });
      let first = true;
      return {
        doc: async (result, { table }) => {
          await out.write(`${first ? '' : '\n'}${renderPretty(table.text, result, chalk)}`);
          first = false;
        },
        end: none,
      };
    }
  }
}

type Located = (result: DocResult, analysis: Analysis) => DocResult;

/** Prints documents as a JSON array; `[` comes with the first one, so that an early end still leaves what was done. */
function arrayPrinter({ out }: Session, located: Located): Printer {
  let count = 0;
  return {
    doc: (result, analysis) =>
      out.write(`${count++ === 0 ? '[\n' : ',\n'}${renderJson(located(result, analysis), '  ')}`),
    end: () => out.write(count === 0 ? '[]\n' : '\n]\n'),
  };
}

/** Prints one document as an object; when input turns out to hold more (JSONL on stdin), as one object after the other. */
function singlePrinter({ out }: Session, located: Located): Printer {
  return { doc: (result, analysis) => out.write(`${renderJson(located(result, analysis))}\n`), end: async () => {} };
}
