import { readFileSync, statSync } from 'node:fs';
import { KunyeError } from '../errors.js';
import { DetailCollector } from '../report/collector.js';
import { NameCounter } from '../report/counter.js';
import { parseReportDoc, type ReportDoc } from '../report/document.js';
import { type PageAssets, renderReport } from '../report/page.js';
import type { ReportLanguage } from '../report/texts.js';
import { decode } from '../text/decode.js';
import { Exit } from './exit.js';
import type { Listener } from './inputs.js';
import { readChunks, splitLines, TOO_LARGE } from './lines.js';
import { checkOutput, writeOutput } from './output-file.js';
import { unreadable } from './resources.js';
import type { Session } from './session.js';
import { version } from './version.js';
import { formatOf, walk } from './walk.js';

/** Options of `kunye report`. */
export interface ReportFlags {
  output: string;
  lang: ReportLanguage;
  title?: string;
  quiet?: boolean;
}

const ASSETS = new URL('../report/page.json', import.meta.url);
const STDOUT = '-';

/** `kunye report`: gathers künye's output into one page. Reads it twice, so that memory depends on the names shown and not on the documents. */
export async function report(paths: readonly string[], flags: ReportFlags, session: Session): Promise<void> {
  const files = paths.flatMap((path) => outputFiles(path, session));
  if (flags.output !== STDOUT) checkOutput(flags.output, [...paths, ...files]);
  const counter = new NameCounter();
  for await (const doc of readDocs(files, session)) counter.add(doc);
  if (counter.documents === 0) {
    // What could not be read has been reported already.
    if (session.exitCode === Exit.Ok) throw new KunyeError('INPUT_INVALID', `no documents in ${paths.join(', ')}`);
    return;
  }
  const collector = new DetailCollector(counter);
  const alreadyReported: Listener = { error: () => {}, note: () => {} };
  for await (const doc of readDocs(files, alreadyReported)) collector.add(doc);
  const { lang, title } = flags;
  const options = { lang, ...(title !== undefined && { title }), version: version() };
  const page = renderReport(collector.finish(), options, readAssets());
  if (flags.output === STDOUT) await session.out.write(page);
  else writeOutput(flags.output, page);
  const size = Math.ceil(Buffer.byteLength(page) / 1000);
  session.note(`${flags.output}: ${counter.size} names of ${counter.documents} documents, ${size} kB`);
}

function readAssets(): PageAssets {
  return JSON.parse(readFileSync(ASSETS, 'utf8')) as PageAssets;
}

/** The files of künye's output at a path: the file itself, or those of a folder. */
function outputFiles(path: string, session: Session): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
  } catch (error) {
    session.error(unreadable(path, error as NodeJS.ErrnoException));
    return [];
  }
  const files = [...walk(path, session)].map((found) => found.path).filter((file) => formatOf(file) === 'jsonl');
  if (files.length === 0)
    session.error(
      new KunyeError('INPUT_INVALID', 'no .jsonl files; right would be what kunye batch writes', { file: path }),
    );
  return files;
}

async function* readDocs(files: readonly string[], listener: Listener): AsyncGenerator<ReportDoc> {
  for (const file of files) {
    try {
      for await (const lines of splitLines(readChunks(file))) {
        for (const { number, bytes } of lines) {
          const doc = readDoc(bytes, { file, line: number }, listener);
          if (doc) yield doc;
        }
      }
    } catch (error) {
      if (!(error instanceof KunyeError)) throw error;
      listener.error(error);
    }
  }
}

/**
 * Reads a line; what is wrong with it is reported, and the reading goes on.
 * @throws KunyeError when the whole file is of another kind
 */
function readDoc(
  bytes: Uint8Array | undefined,
  place: { file: string; line: number },
  listener: Listener,
): ReportDoc | undefined {
  if (!bytes) {
    listener.error(new KunyeError('INPUT_INVALID', TOO_LARGE, place));
    return undefined;
  }
  const line = decode(bytes, 'utf-8').text.trim();
  if (line === '') return undefined;
  if (place.line === 1 && (line === '[' || line === '{'))
    throw new KunyeError(
      'INPUT_INVALID',
      'JSON over several lines; right would be one document a line (--to jsonl)',
      place,
    );
  try {
    return parseReportDoc(line, place);
  } catch (error) {
    if (!(error instanceof KunyeError)) throw error;
    listener.error(error);
    return undefined;
  }
}
