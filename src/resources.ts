import { checkList, checkLists } from './arguments.js';
import type { EntryFlag, EntryType } from './lexicon/entry.js';
import { Lexicon } from './lexicon/lexicon.js';
import { openLexicon, openList } from './lexicon/open.js';
import type { Resources } from './pipeline.js';
import { TaggerModel } from './tagger/model.js';
import { Tagger } from './tagger/tagger.js';

/** The bytes of a file and the name by which messages call it. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
  /** True for the files of the package itself, which are not checked word by word at every start. */
  trusted?: boolean;
}

/** One name of a list of your own. */
export interface ListEntry {
  name: string;
  type: EntryType;
  /** Other written forms of the name; a `~` before one marks it as ambiguous by itself. */
  aliases?: readonly string[];
  flags?: readonly EntryFlag[];
}

/** A list of your own: its entries, the text of its file, or the bytes of its file (text or compiled). */
export type NameList = { name: string; entries: readonly ListEntry[] } | { name: string; text: string } | NamedBytes;

/** What resources are made of. */
export interface ResourceParts {
  /** The compiled lists of the package. */
  lexicon: NamedBytes;
  lexicons: readonly NameList[];
  model?: NamedBytes;
}

/**
 * Makes what recognition works with; the bytes are used in place and must stay unchanged.
 * @throws KunyeError LEXICON_INVALID (with list, line and column) or MODEL_INVALID; USAGE when a list is none
 */
export function openResources({ lexicon, lexicons, model }: ResourceParts): Resources {
  checkLists(lexicons);
  return {
    lexicon: new Lexicon(lexicon.bytes, lexicon.name, lexicon.trusted),
    userLexicons: lexicons.map(openNameList),
    ...(model && { tagger: new Tagger(new TaggerModel(model.bytes, model.name, model.trusted)) }),
  };
}

function openNameList(list: NameList): Lexicon {
  checkList(list);
  if ('bytes' in list && list.bytes !== undefined) return openLexicon(list.bytes, list.name);
  if ('text' in list && list.text !== undefined) return openList(list.text, list.name);
  // Entries take the way of a list in JSON lines, so that they are checked as one: entry N is line N.
  const { entries } = list as { entries: readonly ListEntry[] };
  return openList(entries.map((entry) => JSON.stringify(entry)).join('\n'), list.name);
}
