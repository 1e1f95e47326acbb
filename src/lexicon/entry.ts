/** Types of list entries: names, parts of person names, and words that are evidence for or against a name. The order is the bit order. */
export const ENTRY_TYPES = [
  'PER',
  'LOC',
  'ORG',
  'GIVEN',
  'SURNAME',
  'TITLE',
  'ORGHEAD',
  'LOCHEAD',
  'DEMONYM',
  'COMMON',
  'MISC',
] as const;

/** Type of a list entry. */
export type EntryType = (typeof ENTRY_TYPES)[number];

/** The bit of each entry type in the masks of a compiled phrase. */
export const TypeBit = Object.fromEntries(ENTRY_TYPES.map((type, i) => [type, 1 << i])) as Record<EntryType, number>;

/** Flags an entry may carry. */
/**
 * Flags of list entries, in bit order: `weak` also a common word; `before`, `after` the side of the name on which a title stands; `domain` a
 * title that names an institution's field; `name` a title that holds a name marked by itself (MİT Başkanı); `rare` seldom used; `foreign` no Turkish name.
 */
export const ENTRY_FLAGS = ['weak', 'before', 'after', 'domain', 'name', 'rare', 'foreign'] as const;

/** Flag of a list entry. */
export type EntryFlag = (typeof ENTRY_FLAGS)[number];

/** The bit of each flag in a compiled entry. */
export const FlagBit = Object.fromEntries(ENTRY_FLAGS.map((flag, i) => [flag, 1 << i])) as Record<EntryFlag, number>;

/** Another written form of an entry's name. */
export interface Alias {
  text: string;
  /** Ambiguous by itself: needs evidence beyond the list. */
  weak: boolean;
}

/** One line of a list. */
export interface Entry {
  name: string;
  type: EntryType;
  aliases: Alias[];
  flags: EntryFlag[];
  /** Rank by frequency among entries of its type, from 1; 0 when unknown. */
  rank: number;
  note: string;
  /** Name of the list: its file name without folder and extension. */
  list: string;
  /** Line in the list, from 1. */
  line: number;
}
