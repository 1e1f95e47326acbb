import { KunyeError } from '../errors.js';
import { DOCSTART } from '../input/conll.js';
import { renderConll } from '../output/conll.js';
import { renderJson, withOffsets } from '../output/json.js';
import { JsonLineWriter } from '../output/json-line.js';
import type { Analysis } from '../pipeline.js';
import type { DocResult } from '../types.js';
import type { Item } from './inputs.js';
import type { OutputFlags } from './options.js';
import { type Session, wantsColor } from './session.js';

/** Prints the results of a run in one format. */
export interface Printer {
  /** @returns a promise when the output is full */
  doc(result: DocResult, analysis: Analysis, item: Item): Promise<void> | undefined;
  end(): Promise<void>;
}

/**
 * Makes the printer of the format asked for, or of the one that suits the output; what only one format needs is loaded here.
 * @param several more than one document is expected
 */
export async function createPrinter(flags: OutputFlags, session: Session, several: boolean): Promise<Printer> {
  const { out } = session;
  const format = flags.to ?? (session.io.stdout.isTTY ? 'pretty' : 'auto');
  const none = async () => {};
  const located = (result: DocResult, { table }: Analysis) => withOffsets(result, table.text, flags.offsets);
  switch (format) {
    case 'jsonl':
      return linePrinter(session, located);
    case 'json':
      return several ? arrayPrinter(session, located) : undecidedPrinter(session, located, arrayPrinter);
    case 'auto':
      return several ? linePrinter(session, located) : undecidedPrinter(session, located, linePrinter);
    case 'conll':
      return {
        doc: (result, { table }, { conll }) =>
          out.gather((conll?.marked ? `${DOCSTART}\n\n` : '') + renderConll(table, result.entities)),
        end: none,
      };
    case 'csv': {
      const { CSV_HEADER, renderCsv } = await import('../output/csv.js');
      let header = CSV_HEADER;
      return {
        doc: (result, analysis) => {
          const rows = header + renderCsv(located(result, analysis), flags.offsets);
          header = '';
          return out.gather(rows);
        },
        end: () => out.write(header),
      };
    }
    case 'spacy': {
      refuseBytes(format, flags);
      const { renderSpacy } = await import('../output/spacy.js');
      return { doc: (result, { table }) => out.gather(`${renderSpacy(table, result)}\n`), end: none };
    }
    case 'brat': {
      refuseBytes(format, flags);
      const { renderBrat } = await import('../output/brat.js');
      return onlyOne(format, several, (result, { table }) => out.gather(renderBrat(table.text, result)));
    }
    case 'html': {
      const { renderHtml } = await import('../output/html.js');
      return onlyOne(format, several, (result, { table }) => out.gather(renderHtml(table.text, result)));
    }
    case 'pretty': {
      const [{ Chalk }, { renderPretty }] = await Promise.all([import('chalk'), import('../output/pretty.js')]);
      const chalk = new Chalk({ level: wantsColor(session.io, flags.color) ? 1 : 0 });
      // A terminal that does not know its width says 0.
      const width = session.io.stdout.columns || undefined;
      let first = true;
      return {
        doc: (result, { table }) => {
          const blank = first ? '' : '\n';
          first = false;
          return out.gather(blank + renderPretty(table.text, result, chalk, width));
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
      out.gather(`${count++ === 0 ? '[\n' : ',\n'}${renderJson(located(result, analysis), '  ')}`),
    end: () => out.write(count === 0 ? '[]\n' : '\n]\n'),
  };
}

function linePrinter({ out }: Session, located: Located): Printer {
  const writer = new JsonLineWriter();
  return {
    doc: (result, analysis) => out.gather(writer.line(located(result, analysis))),
    end: async () => {},
  };
}

/** Prints one document as an object; when it turns out to be one of a list of records, all of them by another printer. */
function undecidedPrinter(session: Session, located: Located, listPrinter: typeof linePrinter): Printer {
  let list: Printer | undefined;
  return {
    doc: (result, analysis, item) => {
      if (item.listed) list ??= listPrinter(session, located);
      return list ? list.doc(result, analysis, item) : session.out.gather(`${renderJson(located(result, analysis))}\n`);
    },
    end: async () => list?.end(),
  };
}

/** brat and spaCy know offsets in code points only. */
function refuseBytes(format: string, { offsets }: OutputFlags): void {
  if (offsets === 'byte')
    throw new KunyeError('USAGE', `--to ${format} counts in code points, --offsets byte cannot be`);
}

/** A format that is one file a document: printing a second one behind the first would make neither readable. */
function onlyOne(format: string, several: boolean, doc: Printer['doc']): Printer {
  const refuse = () => {
    throw new KunyeError('USAGE', `--to ${format} is one document a run: give one text`);
  };
  if (several) refuse();
  let printed = false;
  return {
    doc: (...given) => {
      if (printed) refuse();
      printed = true;
      return doc(...given);
    },
    end: async () => {},
  };
}
