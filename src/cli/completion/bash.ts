import { quote, stepCases } from './quote.js';
import type { CommandNode } from './tree.js';

/** Renders completion for bash 4 and later; needs no other package. */
export function renderBash(commands: readonly CommandNode[]): string {
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap(({ names, value }) => {
      if (value.kind === 'none') return [];
      const patterns = names.map((name) => quote(`${path} ${name}`)).join('|');
      const reply =
        value.kind === 'words'
          ? `_kunye_words ${quote(value.words.join(' '))}`
          : value.kind === 'file'
            ? '_kunye_files'
            : ':';
      return [`    ${patterns}) ${reply}; return ;;`];
    }),
  );
  const lists = commands.map(({ path, options, words, commands: below }) => {
    const names = options.map((option) => option.names.at(-1)).join(' ');
    const first = [...below.map(({ name }) => name), ...words].join(' ');
    return `    ${quote(path)}) options=${quote(names)} words=${quote(first)} files=${words.length === 0} ;;`;
  });
  return `# bash completion for kunye: eval "$(kunye completion bash)"
_kunye_words() {
  mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$1" -- "$cur")
}
# A line a file: names hold blanks. What was typed to quote them is not part of the name.
_kunye_files() {
  local name=\${cur#[\\"\\']}
  mapfile -t -O "\${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "\${name//\\\\/}")
}
_kunye() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} at= options= words= files=true i
  local IFS=$' \\t\\n'
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at \${COMP_WORDS[i]}" in
      ${stepCases(commands)}) at="\${at:+$at }\${COMP_WORDS[i]}" ;;
    esac
  done
  COMPREPLY=()
  case "$at $prev" in
${values.join('\n')}
  esac
  case "$at" in
${lists.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    _kunye_words "$options"
  else
    _kunye_words "$words"
    if $files; then _kunye_files; fi
  fi
}
complete -o filenames -F _kunye kunye
`;
}
