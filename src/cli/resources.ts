import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KunyeError } from '../errors.js';
import { compileLexicon } from '../lexicon/compile.js';
import { MAGIC } from '../lexicon/format.js';
import { Lexicon } from '../lexicon/lexicon.js';
import { parseLexicon } from '../lexicon/parse.js';
import type { Resources } from '../pipeline.js';
import { TaggerModel } from '../tagger/model.js';
import { Tagger } from '../tagger/tagger.js';
import { decode } from '../text/decode.js';
import type { RecognizeFlags } from './options.js';

/** The compiled lexicon that ships, beside the compiled code. */
export const SHIPPED_LEXICON = fileURLToPath(new URL('../lexicon.bin', import.meta.url));

/** Reads a file, or says plainly why it cannot be read. */
export function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

/** Turns a file system error into ours. */
export function unreadable(path: string, error: NodeJS.ErrnoException): KunyeError {
  const reasons: Record<string, string> = {
    ENOENT: 'no such file or folder',
    EACCES: 'no permission to read it',
    EISDIR: 'is a folder, not a file',
    ELOOP: 'a loop of symbolic links',
  };
  return new KunyeError('INPUT_UNREADABLE', reasons[error.code ?? ''] ?? error.message, { file: path });
}

/** The trained tagger that ships. */
export const SHIPPED_MODEL = fileURLToPath(new URL('../../models/news.kunye', import.meta.url));

/** Path of the tagger a command asks for: its own, the one that ships, or none. */
function modelPath(model: string | false | undefined): string | undefined {
  if (typeof model === 'string') return model;
  return model !== false && existsSync(SHIPPED_MODEL) ? SHIPPED_MODEL : undefined;
}

function loadTagger(model: string | false | undefined): Tagger | undefined {
  const path = modelPath(model);
  return path === undefined ? undefined : new Tagger(new TaggerModel(readFile(path), path));
}

/** Paths of all that a command recognizes with. */
export function resourcePaths(flags: RecognizeFlags): { lexicon: string; userLexicons: string[]; model?: string } {
  const model = modelPath(flags.model);
  return { lexicon: SHIPPED_LEXICON, userLexicons: flags.lexicon, ...(model !== undefined && { model }) };
}

/** Opens one of the user's lists: a compiled one as it is, any other compiled. */
export function loadUserLexicon(path: string): Lexicon {
  const bytes = readFile(path);
  if (bytes.length >= 4 && bytes.readInt32LE(0) === MAGIC) return new Lexicon(bytes, path);
  return new Lexicon(compileLexicon(parseLexicon(decode(bytes).text, path)), path);
}

/** Loads what a command recognizes with. */
export function loadResources(flags: RecognizeFlags): Resources {
  const tagger = loadTagger(flags.model);
  return {
    ...(tagger && { tagger }),
    lexicon: new Lexicon(readFile(SHIPPED_LEXICON), SHIPPED_LEXICON),
    userLexicons: flags.lexicon.map(loadUserLexicon),
  };
}
