import { fold } from '../text/fold.js';
import { FlagBit, TypeBit } from './entry.js';
import type { Lexicon } from './lexicon.js';
import { formsOf, isName, type Line, type Problem, problemAt } from './lint.js';
import { phraseKey } from './phrase.js';

/** A written form that suffices by itself, with the entry it stands for. */
interface Strong {
  line: Line;
  text: string;
}

/** Finds what is wrong between entries: repeated ones, forms that stand for several types or several people. */
export function lintAcross(lines: readonly Line[], known: Lexicon): Problem[] {
  return [...lintRepeated(lines), ...lintTypes(lines), ...lintShortForms(lines, known)];
}

const placeOf = ({ file, entry }: Line) => `${file}:${entry.line}`;

function lintRepeated(lines: readonly Line[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, Line>();
  for (const line of lines) {
    const id = `${line.entry.type}\t${fold(line.entry.name)}`;
    const first = seen.get(id);
    if (first) {
      const message = `'${line.entry.name}' is listed already in ${placeOf(first)}; right would be one entry`;
      problems.push(problemAt(line, line.entry.name, 'error', 'duplicate', message));
    } else seen.set(id, line);
  }
  return problems;
}

function strongForms(lines: readonly Line[]): Map<string, Strong[]> {
  const byForm = new Map<string, Strong[]>();
  for (const line of lines) {
    if (!isName(line.entry)) continue;
    for (const { text, weak } of formsOf(line.entry)) {
      if (weak) continue;
      const form = fold(text);
      const others = byForm.get(form);
      if (others) others.push({ line, text });
      else byForm.set(form, [{ line, text }]);
    }
  }
  return byForm;
}

function lintTypes(lines: readonly Line[]): Problem[] {
  const problems: Problem[] = [];
  for (const [, uses] of strongForms(lines)) {
    const [first] = uses;
    for (const { line, text } of uses) {
      if (line.entry.type === first.line.entry.type) continue;
      const message = `'${text}' is ${first.line.entry.type} in ${placeOf(first.line)}; right would be 'weak' or '~' for the rarer use`;
      problems.push(problemAt(line, text, 'error', 'two-types', message));
    }
  }
  return problems;
}

function lintShortForms(lines: readonly Line[], known: Lexicon): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, Strong>();
  for (const line of lines) {
    const { entry } = line;
    if (entry.type !== 'PER') continue;
    for (const { text, weak } of formsOf(entry)) {
      if (weak || text.includes(' ')) continue;
      if (isGivenName(text, known)) {
        const right = text === entry.name ? "the flag 'weak'" : `'~${text}'`;
        const message = `'${text}' is a given name of many people; right would be ${right}`;
        problems.push(problemAt(line, text, 'warning', 'given-name', message));
      }
      const owner = owners.get(fold(text));
      if (owner && owner.line !== line) {
        const message = `'${text}' alone already means '${owner.line.entry.name}' (${placeOf(owner.line)}); right would be '~${text}' for all but the one meant`;
        problems.push(problemAt(line, text, 'error', 'shared-short-form', message));
      } else owners.set(fold(text), { line, text });
    }
  }
  return problems;
}

/** Is the word a given name in common use in Turkey? */
function isGivenName(text: string, known: Lexicon): boolean {
  const key = phraseKey(text);
  if (!key || key.prefixes.length > 0) return false;
  const phrase = known.find(...key.whole);
  if (phrase < 0 || !known.isWhole(phrase) || !(known.strongMask(phrase) & TypeBit.GIVEN)) return false;
  return (known.flagsOf(phrase, 'GIVEN') & (FlagBit.foreign | FlagBit.rare)) === 0;
}
