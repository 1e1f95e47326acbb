import type { InputDoc } from '../input/document.js';
import { withRecord } from '../output/json.js';
import {
  type Analysis,
  analyseAll,
  analyseText,
  analyseTokens,
  type RecognizeOptions,
  type Resources,
} from '../pipeline.js';
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
  const options = { ...optionsOf(flags), ...(reasons !== undefined && { reasons }) };
  return doc.sentences ? analyseTokens(doc.sentences, resources, options) : analyseText(doc.text, resources, options);
}

function optionsOf({ types, minScore }: RecognizeFlags): RecognizeOptions {
  return { ...(types && { types }), ...(minScore !== undefined && { minScore }) };
}

/** Documents that are recognized together, and most characters of them together. */
const MOST_TOGETHER = 64;
const LONGEST_TOGETHER = 1 << 18;

/** Cuts a list of documents into groups to be recognized together. */
export function* groupsOf<T extends { doc: InputDoc }>(items: readonly T[]): Generator<T[]> {
  let group: T[] = [];
  let length = 0;
  for (const item of items) {
    group.push(item);
    length += item.doc.text.length;
    if (group.length < MOST_TOGETHER && length < LONGEST_TOGETHER) continue;
    yield group;
    group = [];
    length = 0;
  }
  if (group.length > 0) yield group;
}

/** Recognizes the documents of a group together. */
export function analyseGroup(
  group: readonly { doc: InputDoc }[],
  resources: Resources,
  flags: RecognizeFlags,
): Analysis[] {
  const documents = group.map(({ doc }) => doc.sentences ?? doc.text);
  return analyseAll(documents, resources, optionsOf(flags));
}

/**
 * `kunye extract`: recognizes the inputs as they come, those at hand a group at a time, and prints them in order.
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
    for (const group of groupsOf(items)) {
      if (!first || group.length > 1 || group[0].doc.text.length > LONG_TEXT) session.io.expectWork?.();
      first = false;
      const analyses = analyseGroup(group, resources, flags);
      for (let i = 0; i < group.length; i++) {
        const { doc } = group[i];
        const full = print.doc(withRecord(doc, analyses[i].result), analyses[i], group[i]);
        if (full) await full;
      }
    }
    await session.out.flush();
  }
  await print.end();
}
