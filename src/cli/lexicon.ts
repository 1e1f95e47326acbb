import { existsSync, statSync } from 'node:fs';
import { KunyeError } from '../errors.js';
import { findHits } from '../evidence/gazetteer.js';
import type { Hits } from '../evidence/hits.js';
import type { InputDoc } from '../input/document.js';
import { compileLexicon } from '../lexicon/compile.js';
import type { Ref } from '../lexicon/lexicon.js';
import { lintLists } from '../lexicon/lint.js';
import { parseLexicon } from '../lexicon/parse.js';
import type { Resources } from '../pipeline.js';
import { decode } from '../text/decode.js';
import { harmlessLine } from '../text/harmless.js';
import { tokenize } from '../tokenize/tokenizer.js';
import type { Entity } from '../types.js';
import { analyseDoc } from './extract.js';
import { readInputs } from './inputs.js';
import type { InputFlags, RecognizeFlags } from './options.js';
import { checkOutput, writeOutput } from './output-file.js';
import { loadResources, loadUserLexicon, readFile } from './resources.js';
import type { Session } from './session.js';

/** The lists alone: the tagger has no say in them. */
const PLAIN: RecognizeFlags = { lexicon: [], model: false };

/** `kunye lexicon lint`: prints what is wrong in lists, a line each, and fails when an error is among it. */
export async function lint(files: readonly string[], session: Session): Promise<void> {
  const { lexicon } = loadResources(PLAIN);
  const lists = files.flatMap((file) => readList(file, session));
  const problems = lintLists(lists, { known: lexicon });
  for (const { place, severity, message, rule } of problems)
    await session.out.write(`${place.file}:${place.line}:${place.column}: ${severity}: ${message} [${rule}]\n`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = count(problems.length - errors, 'warning');
  const summary = `${count(errors, 'error')}, ${warnings} in ${count(lists.length, 'list')}`;
  if (errors > 0) session.error(new KunyeError('LEXICON_INVALID', summary));
  else session.note(summary);
}

function readList(file: string, session: Session): { file: string; content: string }[] {
  try {
    return [{ file, content: decode(readFile(file)).text }];
  } catch (error) {
    if (!(error instanceof KunyeError)) throw error;
    session.error(error);
    return [];
  }
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `kunye lexicon compile`: makes one binary of several lists, which loads faster and can be given to `--lexicon`. */
export async function compile(files: readonly string[], flags: { output: string }, session: Session): Promise<void> {
  checkOutput(flags.output, files);
  const entries = files.flatMap((file) => parseLexicon(decode(readFile(file)).text, file));
  writeOutput(flags.output, compileLexicon(entries));
  session.note(`${flags.output}: ${count(entries.length, 'entry', 'entries')}`);
}

/** `kunye lexicon why`: prints what the lists know of names: entries with list and line, and how often the words are names. */
export async function why(names: readonly string[], flags: { lexicon: string[] }, session: Session): Promise<void> {
  const { lexicon, userLexicons } = loadResources({ ...PLAIN, lexicon: flags.lexicon });
  for (const name of names) {
    const table = tokenize(name);
    const hits = findHits(table, [...userLexicons, lexicon]);
    const whole = hits.list().filter((hit) => hits.from(hit) === 0 && hits.to(hit) === table.length);
    const parts = hits.list().filter((hit) => !whole.includes(hit));
    const text = (hit: number) => table.text.slice(table.start[hits.from(hit)], table.end[hits.to(hit) - 1]);
    await session.out.write(
      whole.length > 0
        ? `${name}\n${whole.map((hit) => describe(hits, hit)).join('')}`
        : `${name}\n  not listed; right would be \`kunye lexicon try\` with a list that holds it\n`,
    );
    for (const hit of parts) await session.out.write(`  part ${text(hit)}\n${describe(hits, hit, '    ')}`);
  }
}

function describe(hits: Hits, hit: number, indent = '  '): string {
  const refs = hits.lexicon(hit).refsOf(hits.phrase(hit));
  const lines = refs.map((ref) => `${indent}${describeRef(ref)}\n`);
  const share = hits.share(hit);
  const reading = hits.reading(hit);
  if (share !== undefined) lines.push(`${indent}a name in ${Math.round(share * 100)} % of its uses\n`);
  if (hits.isDerived(hit)) lines.push(`${indent}only as a word derived from it: speaks against a name\n`);
  else if (reading) lines.push(`${indent}found after its suffix is cut (${reading.tags.join(', ')})\n`);
  return lines.join('');
}

function describeRef({ name, type, list, line, alias, weak, short }: Ref): string {
  const what = alias ? `${short ? 'short form' : 'alias'} of ${name}` : name;
  return `${type} ${what}, ${list}:${line}${weak ? ', needs more evidence' : ''}`;
}

/** `kunye lexicon try`: prints what changes in texts when a list is added. */
export async function tryList(
  file: string,
  texts: readonly string[],
  flags: InputFlags & RecognizeFlags,
  session: Session,
): Promise<void> {
  const before = loadResources(flags);
  const after = { ...before, userLexicons: [loadUserLexicon(file), ...before.userLexicons] };
  let changes = 0;
  const compare = async (doc: InputDoc, id: string | undefined) => {
    const lines = diff(namesOf(doc, before, flags), namesOf(doc, after, flags));
    changes += lines.length;
    if (lines.length > 0)
      await session.out.write(`${id === undefined ? '' : `${harmlessLine(id)}\n`}${lines.join('')}`);
  };
  const paths = texts.length === 0 ? ['-'] : texts;
  for (const text of paths) {
    if (text !== '-' && !existsSync(text)) await compare({ text }, undefined);
    else
      for await (const items of readInputs([text], flags, session.io, session))
        for (const { doc } of items)
          await compare(doc, doc.id ?? (text !== '-' && statSync(text).isFile() ? text : undefined));
  }
  session.note(changes === 0 ? 'nothing changes' : count(changes, 'change'));
}

/** The names of a document, a line each. */
function namesOf(doc: InputDoc, resources: Resources, flags: RecognizeFlags): string[] {
  const show = ({ type, name, start, end, text: found }: Entity) =>
    harmlessLine(`${type} ${found.replace(/\s+/gu, ' ')}${name === found ? '' : ` = ${name}`} [${start}, ${end})`);
  return analyseDoc(doc, resources, flags).result.entities.map(show);
}

/** Lines that tell how two runs differ, in text order, what is gone before what is new. */
function diff(before: readonly string[], after: readonly string[]): string[] {
  const rows = [
    ...before.filter((line) => !after.includes(line)).map((line) => ({ line, sign: '-' })),
    ...after.filter((line) => !before.includes(line)).map((line) => ({ line, sign: '+' })),
  ];
  const at = ({ line }: { line: string }) => Number(/\[(\d+), \d+\)$/u.exec(line)?.[1]);
  return rows.sort((a, b) => at(a) - at(b)).map(({ line, sign }) => `${sign} ${line}\n`);
}
