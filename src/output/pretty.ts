import type { ChalkInstance } from 'chalk';
import { harmless, harmlessLine } from '../text/harmless.js';
import { wrapLines } from '../text/wrap.js';
import type { DocResult, EntityType, NameSummary } from '../types.js';

const LABELS: Record<EntityType, string> = { PER: 'People', LOC: 'Places', ORG: 'Organizations' };

function painter(chalk: ChalkInstance, type: EntityType): (text: string) => string {
  if (type === 'PER') return chalk.bold.cyan;
  return type === 'LOC' ? chalk.bold.green : chalk.bold.yellow;
}

/**
 * Renders a document for a terminal: the text with its names coloured, then the names with counts, other forms and roles.
 * @param width columns of the terminal; without it lines stay as they are
 */
export function renderPretty(source: string, result: DocResult, chalk: ChalkInstance, width?: number): string {
  const isColored = chalk.level > 0;
  // Colours take no room, so that the text can be wrapped before; names in brackets do.
  const text = isColored && width !== undefined ? wrapLines(source, width) : source;
  let marked = '';
  let at = 0;
  for (const { start, end, type } of result.entities) {
    const name = harmless(text.slice(start, end));
    marked += harmless(text.slice(at, start)) + painter(chalk, type)(isColored ? name : `[${name}]${type}`);
    at = end;
  }
  marked += harmless(text.slice(at));
  if (!isColored && width !== undefined) marked = wrapLines(marked, width);
  const head = result.id === undefined ? '' : `${chalk.dim(harmlessLine(result.id))}\n\n`;
  const groups = [
    renderGroup('PER', result.people, chalk),
    renderGroup('LOC', result.places, chalk),
    renderGroup('ORG', result.organizations, chalk),
  ].filter((group) => group !== '');
  const names = groups.length > 0 ? groups.join('\n') : chalk.dim('no names found\n');
  const body = marked.trimEnd();
  return `${head}${body}${body === '' ? '' : '\n\n'}${names}`;
}

function renderGroup(type: EntityType, names: readonly NameSummary[], chalk: ChalkInstance): string {
  if (names.length === 0) return '';
  const lines = names.map(({ name, count, aliases, roles }) => {
    const also = aliases ? chalk.dim(` (${aliases.map(harmlessLine).join(', ')})`) : '';
    const as = roles ? chalk.italic(` ${roles.map(harmlessLine).join('; ')}`) : '';
    return `  ${String(count).padStart(3)}  ${painter(chalk, type)(harmlessLine(name))}${also}${as}`;
  });
  return `${chalk.underline(LABELS[type])}\n${lines.join('\n')}\n`;
}
