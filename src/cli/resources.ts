import { loadResources as load, type ResourcePaths, shippedLexicon, shippedModel } from '../load/resources.js';
import type { Resources } from '../pipeline.js';
import type { RecognizeFlags } from './options.js';

export { readFile, unreadable } from '../load/files.js';
export { loadUserLexicon } from '../load/resources.js';

/** Paths of all that a command recognizes with: its own model, the one that ships, or none. */
export function resourcePaths(flags: RecognizeFlags): ResourcePaths {
  const model = typeof flags.model === 'string' ? flags.model : flags.model === false ? undefined : shippedModel();
  return { lexicon: shippedLexicon(), userLexicons: flags.lexicon, ...(model !== undefined && { model }) };
}

/** Loads what a command recognizes with. */
export function loadResources(flags: RecognizeFlags): Resources {
  return load(resourcePaths(flags));
}
