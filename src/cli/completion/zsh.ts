import { quote, stepCases } from './quote.js';
import type { CommandNode, OptionNode } from './tree.js';

/** Renders completion for zsh, to be read after compinit. */
export function renderZsh(commands: readonly CommandNode[]): string {
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap(({ names, value }) => {
      if (value.kind === 'none') return [];
      const patterns = names.map((name) => quote(`${path} ${name}`)).join('|');
      const action =
        value.kind === 'words'
          ? `compadd -- ${value.words.map(quote).join(' ')}`
          : value.kind === 'file'
            ? '_files'
            : '_message value';
      return [`    ${patterns}) ${action}; return ;;`];
    }),
  );
  const lists = commands.map(
    ({ path, options, words, commands: below }) =>
      `    ${quote(path)}) options=(${options.map(describe).join(' ')}) commands=(${below.map(({ name, description }) => describeWord(name, description)).join(' ')}) first=(${words.map(quote).join(' ')}) ;;`,
  );
  return `#compdef kunye
# zsh completion for kunye: eval "$(kunye completion zsh)"
_kunye() {
  local at= word
  local -a options commands first
  for word in \${words[2,CURRENT-1]}; do
    case "$at $word" in
      ${stepCases(commands)}) at="\${at:+$at }$word" ;;
    esac
  done
  case "$at \${words[CURRENT-1]}" in
${values.join('\n')}
  esac
  case "$at" in
${lists.join('\n')}
  esac
  if [[ \${words[CURRENT]} == -* ]]; then
    _describe -o option options
  elif (( $#first )); then
    compadd -- $first
  else
    (( $#commands )) && _describe command commands
    _files
  fi
}
compdef _kunye kunye
`;
}

function describe({ names, description }: OptionNode): string {
  return describeWord(names.at(-1) ?? '', description);
}

/** A word with its description as _describe takes it: a colon parts them. */
function describeWord(word: string, description: string): string {
  return quote(`${word.replaceAll(':', '\\:')}:${description}`);
}
