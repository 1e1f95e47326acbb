import { rmSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { Content, Failure } from '../../batch/job.js';
import { renderBatchLine } from '../../batch/render.js';
import { KunyeError } from '../../errors.js';
import { decodeInput } from '../../input/bytes.js';
import type { InputDoc } from '../../input/document.js';
import { type HtmlTools, parseHtml } from '../../input/html.js';
import type { OffsetUnit } from '../../text/offsets.js';
import { analyseDoc } from '../extract.js';
import { loadHtmlTools } from '../html.js';
import type { InputFlags, RecognizeFlags } from '../options.js';
import { loadResources } from '../resources.js';
import { writeAtomically } from './folder.js';

/** Flags a worker needs; they pass between threads as they are. */
export type WorkerFlags = RecognizeFlags & InputFlags & { offsets: OffsetUnit };

/** A part as a worker gets it. */
export interface PartTask {
  jobs: { id: string; source: string; content: Content }[];
  /** Documents already known to fail, by their index; they get no line. */
  failed: Record<number, Failure>;
  /** Where the lines go; undefined to try the documents and write nothing. */
  output?: { path: string; temporary: string; failures: string };
}

/** What a worker did. */
export interface PartDone {
  failures: Failure[];
  /** Documents that were not UTF-8 and were read as windows-1254. */
  guessed: number;
  /** Why the part could not be written. */
  unwritten?: { code?: string; message: string };
}

const flags = workerData as WorkerFlags;
const resources = loadResources(flags);
let htmlTools: HtmlTools | undefined;

/** Recognizes the documents of a part and writes its lines; the part's file gets its name as the very last step. */
export default async function runPart({ jobs, failed, output }: PartTask): Promise<PartDone> {
  const lines: string[] = [];
  const done: PartDone = { failures: [], guessed: 0 };
  for (const [index, { id, source, content }] of jobs.entries()) {
    if (failed[index]) {
      done.failures.push(failed[index]);
      continue;
    }
    try {
      const doc = { ...(await documentOf(content, source, done)), id };
      lines.push(`${renderBatchLine(doc, analyseDoc(doc, resources, flags), flags.offsets)}\n`);
    } catch (error) {
      done.failures.push(failureOf(id, source, error));
    }
  }
  if (output) {
    try {
      if (done.failures.length > 0)
        writeAtomically(output.failures, `${output.temporary}.failed`, JSON.stringify(done.failures));
      writeAtomically(output.path, output.temporary, lines.join(''));
      // Last, so that a part is never taken for whole while it lacks what failed before.
      if (done.failures.length === 0) rmSync(output.failures, { force: true });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      done.unwritten = { message, ...(code !== undefined && { code }) };
    }
  }
  return done;
}

async function documentOf(content: Content, source: string, done: PartDone): Promise<InputDoc> {
  if (content.kind === 'record') return content.doc;
  const { text, guessed } = decodeInput(content.bytes, source, flags.encoding);
  if (guessed) done.guessed++;
  if (content.kind === 'text') return { text };
  htmlTools ??= await loadHtmlTools();
  return parseHtml(text, htmlTools, source);
}

function failureOf(id: string, source: string, error: unknown): Failure {
  if (error instanceof KunyeError) return { id, code: error.code, error: error.message };
  const reason = error instanceof Error ? error.message : String(error);
  return { id, code: 'INPUT_INVALID', error: `${source}: could not be recognized (${reason})` };
}
