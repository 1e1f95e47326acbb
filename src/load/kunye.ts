import { fileURLToPath } from 'node:url';
import { checkLists, checkObject, isBytes, wrongKind } from '../arguments.js';
import { KunyeError } from '../errors.js';
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
   * @throws KunyeError INPUT_UNREADABLE when a file cannot be read, LEXICON_INVALID (with file, line and column) or MODEL_INVALID, USAGE when an option is none of what it may be
   */
  static async load(options: LoadOptions = {}): Promise<Kunye> {
    return new Kunye(openResources(readParts(options)));
  }
}

/**
 * Reads the files that are asked for, or that ship.
 * @throws KunyeError INPUT_UNREADABLE, or USAGE when an option is none of what it may be
 */
export function readParts(options: LoadOptions): ResourceParts {
  checkObject('what to load', options, "an object, such as { lexicons: ['names.tsv'] }");
  const { lexicons = [], model = shippedModel() ?? false, lexicon = shippedLexicon() } = options;
  checkLists(lexicons);
  return {
    lexicon: read(lexicon, 'lexicon', 'a path, a URL or a Uint8Array'),
    lexicons: lexicons.map((list) => (isPath(list) ? readNamed(pathOf(list)) : list)),
    ...(model !== false && { model: read(model, 'model', 'a path, a URL, a Uint8Array or false') }),
  };
}

function read(source: unknown, name: string, right: string): NamedBytes {
  if (isBytes(source)) return { name, bytes: source };
  if (!isPath(source)) throw wrongKind(name, source, right);
  return readNamed(pathOf(source));
}

function isPath(source: unknown): source is string | URL {
  return typeof source === 'string' || source instanceof URL;
}

function pathOf(source: string | URL): string {
  if (typeof source === 'string') return source;
  if (source.protocol !== 'file:') throw new KunyeError('USAGE', `${source} is no file; right would be a file: URL`);
  return fileURLToPath(source);
}
