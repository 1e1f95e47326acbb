import type { CommandNode } from './tree.js';

/** Quotes a word for bash and zsh. */
export function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Patterns of a shell's case that hold for `command word` where the word leads to a further command. */
export function stepCases(commands: readonly CommandNode[]): string {
  return commands.flatMap(({ path, commands: below }) => below.map(({ name }) => quote(`${path} ${name}`))).join('|');
}
