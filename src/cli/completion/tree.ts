import type { Command, Option } from 'commander';
import { ENTITY_TYPES } from '../../types.js';

/** What can follow an option. */
export type Value = { kind: 'none' } | { kind: 'words'; words: readonly string[] } | { kind: 'file' } | { kind: 'any' };

/** An option as shells complete it. */
export interface OptionNode {
  /** `--to`, `-o`: the written forms, the long one last. */
  names: readonly string[];
  description: string;
  value: Value;
}

/** A command as shells complete it. */
export interface CommandNode {
  /** Words that lead to it: `lexicon lint`; empty for the program itself. */
  path: string;
  description: string;
  options: readonly OptionNode[];
  /** What its first argument can be, where that is known. */
  words: readonly string[];
  /** The commands right below it. */
  commands: readonly { name: string; description: string }[];
}

const HELP: OptionNode = { names: ['-h', '--help'], description: 'show help', value: { kind: 'none' } };

/**
 * Lists all commands of a program, itself first; an option of the default command is an option of the program.
 * @param helped what there is help on
 */
export function commandsOf(program: Command, defaultCommand: string, helped: readonly string[]): CommandNode[] {
  const [root, ...others] = walk(program, '');
  const fallback = others.find(({ path }) => path === defaultCommand);
  return [
    { ...root, options: [...(fallback?.options ?? []), ...root.options.filter((option) => option !== HELP)] },
    ...others.map((node) => (node.path === 'help' ? { ...node, words: helped } : node)),
  ];
}

function walk(command: Command, path: string): CommandNode[] {
  const below = command.commands.map((child) => ({ name: child.name(), description: child.description() }));
  const node = {
    path,
    description: command.description(),
    options: [...command.options.map(toOption), HELP],
    words: command.registeredArguments[0]?.argChoices ?? [],
    commands: below,
  };
  return [
    node,
    ...command.commands.flatMap((child) => walk(child, path === '' ? child.name() : `${path} ${child.name()}`)),
  ];
}

function toOption(option: Option): OptionNode {
  const names = [option.short, option.long].filter((name) => name !== undefined);
  return { names, description: option.description, value: valueAfter(option) };
}

function valueAfter(option: Option): Value {
  if (!option.required && !option.optional) return { kind: 'none' };
  if (option.argChoices) return { kind: 'words', words: option.argChoices };
  if (option.long === '--types' || option.long === '--only') return { kind: 'words', words: ENTITY_TYPES };
  return /<(?:file|folder|gold|model)/u.test(option.flags) ? { kind: 'file' } : { kind: 'any' };
}
