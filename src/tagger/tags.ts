/** The tags of the tagger, IOB2: O, B-PER, I-PER, B-LOC, I-LOC, B-ORG, I-ORG. A name begins with B, its further tokens are I. */
export { TAG_COUNT } from './layout.js';

/** The tag of a token outside all names. */
export const OUTSIDE = 0;

/** The name types in the order of their tags. */
export const TAG_TYPES = ['PER', 'LOC', 'ORG'] as const;

/** The tag that begins a name of TAG_TYPES[type]. */
export const beginOf = (type: number): number => 1 + 2 * type;

/** The tag that continues a name of TAG_TYPES[type]. */
export const insideOf = (type: number): number => 2 + 2 * type;

/** The index in TAG_TYPES of a tag other than O. */
export const typeOfTag = (tag: number): number => (tag - 1) >> 1;

/** Whether a tag continues a name. */
export const isInside = (tag: number): boolean => tag > 0 && (tag & 1) === 0;

/** Whether one tag may follow another: a name is continued only by its own kind. */
export function mayFollow(before: number, after: number): boolean {
  return !isInside(after) || before === after || before === after - 1;
}
