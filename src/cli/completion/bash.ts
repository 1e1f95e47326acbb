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
          ? `$(compgen -W ${quote(value.words.join(' '))} -- "$cur")`
          : value.kind === 'file'
            ? '$(compgen -f -- "$cur")'
            : '';
      return [`    ${patterns}) COMPREPLY=(${reply}); return ;;`];
    }),
  );
  const words = commands.map(({ path, options, commands: below }) => {
    const names = options.map((option) => option.names.at(-1)).join(' ');
    return `    ${quote(path)}) options=${quote(names)} commands=${quote(below.map(({ name }) => name).join(' '))} ;;`;
  });
  return `# bash completion for kunye: eval "$(kunye completion bash)"
_kunye() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} at= options= commands= i
  local IFS=$' \\t\\n'
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at \${COMP_WORDS[i]}" in
      ${stepCases(commands)}) at="\${at:+$at }\${COMP_WORDS[i]}" ;;
    esac
  done
  case "$at $prev" in
${values.join('\n')}
  esac
  case "$at" in
${words.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  else
    COMPREPLY=($(compgen -W "$commands" -- "$cur") $(compgen -f -- "$cur"))
  fi
}
complete -o filenames -F _kunye kunye
`;
}
