import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lexicon } from '../lexicon/lexicon.js';
import { openLexicon } from '../lexicon/open.js';
import type { Resources } from '../pipeline.js';
import { type NamedBytes, openResources } from '../resources.js';
import { readFile } from './files.js';

/** Where the files are that recognition works with. */
export interface ResourcePaths {
  /** A compiled lexicon. */
  lexicon: string;
  /** The user's own lists, the most important first, as text or compiled. */
  userLexicons: readonly string[];
  /** The tagger's model; without it lists and rules decide. */
  model?: string;
}

/** This file's folder; Node.js tells it since 20.11. */
const HERE = import.meta.dirname ?? fileURLToPath(new URL('.', import.meta.url));

/** Path of the compiled lexicon that ships, beside the compiled code. */
export function shippedLexicon(): string {
  return join(HERE, '../lexicon.bin');
}

/** Path of the trained tagger that ships; undefined in a copy without one. */
export function shippedModel(): string | undefined {
  const path = join(HERE, '../../models/news.kunye');
  return existsSync(path) ? path : undefined;
}

/**
 * Reads a file with its name.
 * @throws KunyeError INPUT_UNREADABLE
 */
export function readNamed(path: string): NamedBytes {
  return { name: path, bytes: readFile(path), trusted: path === shippedLexicon() || path === shippedModel() };
}

/** Opens one of the user's lists: a compiled one as it is, any other compiled now. */
export function loadUserLexicon(path: string): Lexicon {
  return openLexicon(readFile(path), path);
}

/**
 * Loads what recognition works with from files.
 * @throws KunyeError INPUT_UNREADABLE, LEXICON_INVALID or MODEL_INVALID with the file and, in a list, line and column
 */
export function loadResources({ lexicon, userLexicons, model }: ResourcePaths): Resources {
  return openResources({
    lexicon: readNamed(lexicon),
    lexicons: userLexicons.map(readNamed),
    ...(model !== undefined && { model: readNamed(model) }),
  });
}
