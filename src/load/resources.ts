import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Lexicon } from '../lexicon/lexicon.js';
import { openLexicon } from '../lexicon/open.js';
import type { Resources } from '../pipeline.js';
import { TaggerModel } from '../tagger/model.js';
import { Tagger } from '../tagger/tagger.js';
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

/** Path of the compiled lexicon that ships, beside the compiled code. */
export function shippedLexicon(): string {
  return fileURLToPath(new URL('../lexicon.bin', import.meta.url));
}

/** Path of the trained tagger that ships; undefined in a copy without one. */
export function shippedModel(): string | undefined {
  const path = fileURLToPath(new URL('../../models/news.kunye', import.meta.url));
  return existsSync(path) ? path : undefined;
}

/** Opens one of the user's lists: a compiled one as it is, any other compiled now. */
export function loadUserLexicon(path: string): Lexicon {
  return openLexicon(readFile(path), path);
}

/**
 * Loads what recognition works with; the command line and the library both come through here.
 * @throws KunyeError INPUT_UNREADABLE, LEXICON_INVALID or MODEL_INVALID with the file and, in a list, line and column
 */
export function loadResources({ lexicon, userLexicons, model }: ResourcePaths): Resources {
  return {
    lexicon: new Lexicon(readFile(lexicon), lexicon),
    userLexicons: userLexicons.map(loadUserLexicon),
    ...(model !== undefined && { tagger: new Tagger(new TaggerModel(readFile(model), model)) }),
  };
}
