import { fold } from './fold.js';

/** Does a file's name end so, in whatever case? Folded: the I of `.IOB` and `.BIO` is that of `.iob` and `.bio`. */
export function hasEnding(name: string, ending: string): boolean {
  return fold(name.slice(-ending.length)) === ending;
}

/** A file's name without an ending, if it has it, in whatever case. */
export function withoutEnding(name: string, ending: string): string {
  return hasEnding(name, ending) ? name.slice(0, -ending.length) : name;
}
