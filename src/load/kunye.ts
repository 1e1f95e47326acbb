import { fileURLToPath } from 'node:url';
import { Kunye as Core } from '../kunye.js';
import { type NamedBytes, type NameList, openResources, type ResourceParts } from '../resources.js';
import { readNamed, shippedLexicon, shippedModel } from './resources.js';

/** What to load; without any of it, what ships. */
export interface LoadOptions {
  /** Lists of your own, the most important first: paths of their files, or their contents. They win over everything. */
  lexicons?: readonly (string | URL | NameList)[];
  /** A trained tagger instead of the one that ships: path or bytes; false for lists and rules only. */
  model?: string | URL | Uint8Array | false;
  /** A compiled lexicon instead of the one that ships: path or bytes. Bundled programs need it (docs/api.md). */
  lexicon?: string | URL | Uint8Array;
}

/** Finds the people, places and organizations of Turkish texts; {@link Kunye.load} reads what it needs from files. */
export class Kunye extends Core {
  /**
   * Loads the lexicon, the tagger and lists of your own: once in a program, some tens of milliseconds.
   *
   * @example
   * import { Kunye } from 'kunye';
   *
   * const kunye = await Kunye.load();
   * const doc = kunye.recognize("Lavrov, Moskova'da Hakan Fidan'la görüştü.");
   * doc.people.map(({ name }) => name); // => ['Sergey Lavrov', 'Hakan Fidan']
   * doc.entities[1].text; // => 'Moskova'
   *
   * @throws KunyeError INPUT_UNREADABLE when a file cannot be read, LEXICON_INVALID (with file, line and column) or MODEL_INVALID
   */
  static async load(options: LoadOptions = {}): Promise<Kunye> {
    return new Kunye(openResources(readParts(options)));
  }
}

/** Reads the files that are asked for, or that ship. */
export function readParts({
  lexicons = [],
  model = shippedModel(),
  lexicon = shippedLexicon(),
}: LoadOptions): ResourceParts {
  return {
    lexicon: read(lexicon, 'lexicon'),
    lexicons: lexicons.map((list) =>
      typeof list === 'string' || list instanceof URL ? readNamed(pathOf(list)) : list,
    ),
    ...(model && { model: read(model, 'model') }),
  };
}

function read(source: string | URL | Uint8Array, name: string): NamedBytes {
  return source instanceof Uint8Array ? { name, bytes: source } : readNamed(pathOf(source));
}

function pathOf(source: string | URL): string {
  return source instanceof URL ? fileURLToPath(source) : source;
}
