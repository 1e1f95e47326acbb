import type { Ref } from '../lexicon/lexicon.js';
import type { EntityType } from '../types.js';

/** A chosen name on its way to its canonical form. */
export interface Mention {
  from: number;
  to: number;
  type: EntityType;
  score: number;
  /** Base form as written. */
  base: string;
  /** Comparison keys of the base's words. */
  keys: string[];
  /** Type and keys as one string: equal for mentions spelled alike. */
  id: string;
  /** What the lists say of exactly this mention, for its type; the user's own lists first. */
  refs: readonly Ref[];
  /** The name it is linked to; at first its base. */
  name: string;
  /** Was the name found by another mention of the document? */
  chained: boolean;
}
