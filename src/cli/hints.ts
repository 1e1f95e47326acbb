import { withinOneEdit } from '../text/distance.js';

/** Shortest beginning of a command that is taken for it. */
const BEGINNING = 3;

/**
 * What to say of a path that leads nowhere: was it a text, or a command? Begins with a semicolon, or is empty.
 * @param forText how a text is given instead
 */
export function hintOnPath(path: string, commands: readonly string[], forText: string): string {
  if (/\s/u.test(path.trim())) return `; right for a text would be ${forText}`;
  const meant = [...commands, '--version'].filter((command) => isLike(path, command.replace('--', '')));
  if (meant.length === 0) return '';
  const first = meant.includes(path) ? ` (it comes first: kunye ${path} ...)` : '';
  return `; if you meant a command: ${meant.join(', ')}${first}`;
}

function isLike(word: string, command: string): boolean {
  return withinOneEdit(word, command) || (word.length >= BEGINNING && command.startsWith(word));
}
