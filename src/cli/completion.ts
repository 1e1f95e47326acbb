import type { Command } from 'commander';
import { renderBash } from './completion/bash.js';
import { renderFish } from './completion/fish.js';
import { commandsOf } from './completion/tree.js';
import { renderZsh } from './completion/zsh.js';
import { helpNames } from './help.js';

const RENDERERS = { bash: renderBash, zsh: renderZsh, fish: renderFish };

/** Renders the completion of a program for a shell, read off its commands and options. */
export function completionFor(shell: keyof typeof RENDERERS, program: Command): string {
  return RENDERERS[shell](commandsOf(program, 'extract', helpNames(program)));
}
