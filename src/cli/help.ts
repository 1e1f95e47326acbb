import type { Command } from 'commander';
import { KunyeError } from '../errors.js';
import { TOPICS } from './topics.js';

/**
 * Gives the help on a topic or a command (`lexicon lint`), or without one that of the program with the list of topics.
 * @throws KunyeError USAGE when there is neither
 */
export function helpOn(program: Command, words: readonly string[]): string {
  if (words.length === 0) return `${program.helpInformation()}\n${topicList()}`;
  const topic = TOPICS.find(({ name }) => name === words.join(' '));
  let command: Command | undefined = program;
  for (const word of words) command = command?.commands.find((candidate) => candidate.name() === word);
  const pages = [topic?.text, command?.helpInformation()].filter((page) => page !== undefined);
  if (pages.length > 0) return pages.join('\n');
  throw new KunyeError('USAGE', `no help on '${words.join(' ')}'; there is some on ${helpNames(program).join(', ')}`);
}

/** All that there is help on: topics, then commands. */
export function helpNames(program: Command): string[] {
  return [...new Set([...TOPICS.map(({ name }) => name), ...program.commands.map((command) => command.name())])];
}

function topicList(): string {
  const width = Math.max(...TOPICS.map(({ name }) => name.length));
  const lines = TOPICS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `Topics (kunye help TOPIC):\n${lines.join('')}`;
}
