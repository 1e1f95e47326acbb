import type { CommandNode, OptionNode } from './tree.js';

/** Renders completion for fish. */
export function renderFish(commands: readonly CommandNode[]): string {
  const steps = commands.flatMap(({ path, commands: below }) => below.map(({ name }) => quote(`${path} ${name}`)));
  const lines = commands.flatMap(({ path, options, words, commands: below }) => {
    const here = `complete -c kunye -n ${quote(`__kunye_at ${quote(path)}`)}`;
    return [
      ...below.map(({ name, description }) => `${here} -a ${quote(name)} -d ${quote(description)}`),
      ...(words.length > 0 ? [`${here} -f -a ${quote(words.join(' '))}`] : []),
      ...options.map((option) => `${here} ${optionOf(option)}`),
    ];
  });
  return `# fish completion for kunye: kunye completion fish > ~/.config/fish/completions/kunye.fish
function __kunye_at
    set -l at ''
    for word in (commandline -opc)[2..]
        contains -- "$at $word" ${steps.join(' ')}; and set at (string trim "$at $word")
    end
    test "$at" = "$argv[1]"
end
${lines.join('\n')}
`;
}

function optionOf({ names, description, value }: OptionNode): string {
  const written = names
    .map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
    .join(' ');
  const values = {
    none: '',
    any: ' -x',
    file: ' -r',
    words: value.kind === 'words' ? ` -x -a ${quote(value.words.join(' '))}` : '',
  };
  return `${written}${values[value.kind]} -d ${quote(description)}`;
}

/** Quotes a word for fish, where a backslash escapes inside single quotes. */
function quote(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
