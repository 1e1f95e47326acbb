import { setImmediate as nextTurn } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { Fingerprint } from '../../batch/fingerprint.js';
import type { PartFailure } from '../../batch/job.js';
import { configurationKey } from '../../batch/manifest.js';
import { partFileName } from '../../batch/names.js';
import { batchResult } from '../../batch/render.js';
import { KunyeError } from '../../errors.js';
import { decodeInput, decodeLine } from '../../input/bytes.js';
import type { InputDoc } from '../../input/document.js';
import { type HtmlTools, parseHtml } from '../../input/html.js';
import { parseRecord } from '../../input/jsonl.js';
import { JsonLineWriter } from '../../output/json-line.js';
import type { Resources } from '../../pipeline.js';
import { analyseGroup, groupsOf } from '../extract.js';
import { loadHtmlTools } from '../html.js';
import { fieldsOf } from '../inputs.js';
import { encodingOfLines, readDocument } from '../lines.js';
import { loadResources } from '../resources.js';
import { describeConfiguration } from './configuration.js';
import { OutputFolder } from './folder.js';
import { documentsOf, type PartDone, type PartTask, type TaskDocument, type WorkerData } from './task.js';

const { flags, folder: path, shard } = workerData as WorkerData;
const folder = new OutputFolder(path, shard);
const fields = fieldsOf(flags);
const lineEncoding = encodingOfLines(flags.encoding);
const writer = new JsonLineWriter();
let resources: Resources | undefined;
/** Key of the configuration the resources are of, where files of the user's decide; they may have changed since the run began. */
let loaded: string | undefined;
let htmlTools: HtmlTools | undefined;

// While the main thread still looks for documents. What is wrong with a list or a model, it reports itself.
try {
  resources = loadResources(flags);
  if (flags.lexicon.length > 0 || typeof flags.model === 'string')
    loaded = configurationKey(describeConfiguration(flags));
} catch {}

/** Ends when the parts that came before have been recognized. */
let recognized: Promise<unknown> = Promise.resolve();

/** Does what a task asks for; a part's file gets its name as the very last step. */
export default async function runPart(task: PartTask): Promise<PartDone> {
  if (task.goal === 'name' || task.goal === 'complete') {
    const name = await nameOf(task);
    if (task.goal === 'name') return { name, failures: [], guessed: 0 };
    const failures = folder.finishedPart(name, new Map(documentsOf(task).map(({ id, source }) => [id, source])));
    if (failures) return { name, failures, guessed: 0, reused: true };
  }
  if (loaded !== undefined && loaded !== task.configuration)
    return { name: '', failures: [], guessed: 0, outdated: true };
  const { lines, ...done } = await inTurn(() => recognize(task));
  if (task.goal === 'try') return done;
  try {
    await folder.writePart(done.name, Buffer.concat(lines), done.failures);
    return done;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { ...done, unwritten: { message, ...(code !== undefined && { code }) } };
  }
}

/** Parts are recognized one after the other; in between, what is on its way to the disk gets on. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = recognized.then(() => nextTurn()).then(work);
  recognized = done.catch(() => {});
  return done;
}

/** Names a part by its documents. */
async function nameOf(task: PartTask): Promise<string> {
  const fingerprint = new Fingerprint();
  for (const document of documentsOf(task)) addTo(fingerprint, document, await contentOf(document, task));
  return partName(task, fingerprint);
}

function partName({ configuration }: PartTask, fingerprint: Fingerprint): string {
  return partFileName({ shard, configuration, fingerprint: fingerprint.end() });
}

/** The bytes of a document, or why there are none. */
async function contentOf({ kind, source, start, end }: TaskDocument, { bytes }: PartTask): Promise<Uint8Array | Error> {
  if (kind === 'line' || kind === 'record') return bytes.subarray(start, end);
  try {
    return await readDocument(source);
  } catch (error) {
    return error as Error;
  }
}

/** A file that cannot be read is another content than any: once it can be read, it is another part. */
function addTo(fingerprint: Fingerprint, { id, kind }: TaskDocument, content: Uint8Array | Error): void {
  if (content instanceof Error) fingerprint.add(id, 'unreadable', content.message);
  else fingerprint.add(id, kind, content);
}

async function recognize(task: PartTask): Promise<PartDone & { lines: Uint8Array[] }> {
  const fingerprint = new Fingerprint();
  const failures: PartFailure[] = [];
  const read: { doc: InputDoc; document: TaskDocument }[] = [];
  let guessed = 0;
  for (const [index, document] of documentsOf(task).entries()) {
    const content = await contentOf(document, task);
    addTo(fingerprint, document, content);
    if (task.failed[index]) {
      failures.push(task.failed[index]);
      continue;
    }
    try {
      if (content instanceof Error) throw content;
      const found = await documentOf(document, content);
      if (found.guessed) guessed++;
      read.push({ doc: { ...found.doc, id: document.id }, document });
    } catch (error) {
      failures.push(failureOf(document, error));
    }
  }
  const lines: Uint8Array[] = [];
  for (const group of groupsOf(read)) recognizeGroup(group, lines, failures);
  return { name: partName(task, fingerprint), lines, failures, guessed };
}

/** Appends the lines of documents; what fails of a group fails again by itself. */
function recognizeGroup(
  group: readonly { doc: InputDoc; document: TaskDocument }[],
  lines: Uint8Array[],
  failures: PartFailure[],
): void {
  resources ??= loadResources(flags);
  const done = lines.length;
  try {
    const analyses = analyseGroup(group, resources, flags);
    for (const [i, { doc }] of group.entries())
      lines.push(writer.line(batchResult(doc, analyses[i], flags.offsets)).slice());
  } catch (error) {
    lines.length = done;
    if (group.length > 1) for (const one of group) recognizeGroup([one], lines, failures);
    else failures.push(failureOf(group[0].document, error));
  }
}

async function documentOf(
  { kind, source }: TaskDocument,
  bytes: Uint8Array,
): Promise<{ doc: InputDoc; guessed?: boolean }> {
  if (kind === 'record') return { doc: JSON.parse(decodeLine(bytes).text) as InputDoc };
  if (kind === 'line') return { doc: parseRecord(decodeLine(bytes, lineEncoding).text, { file: source }, fields) };
  const { text, guessed } = decodeInput(bytes, source, flags.encoding);
  if (kind === 'text') return { doc: { text }, guessed };
  htmlTools ??= await loadHtmlTools();
  return { doc: parseHtml(text, htmlTools, source), guessed };
}

function failureOf({ id, source }: TaskDocument, error: unknown): PartFailure {
  if (error instanceof KunyeError) return { id, source, code: error.code, error: error.message };
  const reason = error instanceof Error ? error.message : String(error);
  return { id, source, code: 'INPUT_INVALID', error: `${source}: could not be recognized (${reason})`, retry: true };
}
