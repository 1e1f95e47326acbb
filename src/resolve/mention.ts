import type { EntityType } from '../types.js';
import type { Base } from './base.js';
import type { Form } from './form.js';
import type { Listed } from './listed.js';

/** A chosen name on its way to its canonical form. */
export class Mention {
  /** First token, and the token after the last one. */
  readonly from: number;
  readonly to: number;
  readonly type: EntityType;
  readonly form: Form;
  readonly spelling: Spelling;
  /** The name it is linked to; at first its base form as written. */
  name: string;
  /** Was the name found by another mention of the document? */
  chained = false;
  /** The role by which the text names it here, see {@link findRoles}. */
  role: string | undefined = undefined;

  /**
   * @param listed what the lists say of exactly this mention
   * @param spellings the spellings of its document, which take it in
   */
  constructor(
    { from, to, type }: { from: number; to: number; type: EntityType },
    readonly base: Base,
    readonly listed: Listed,
    spellings: Spellings,
  ) {
    this.from = from;
    this.to = to;
    this.type = type;
    this.form = base.form;
    this.name = base.form.base;
    this.spelling = spellings.take(this);
  }

  /** Takes the name of another mention. */
  follow(name: string): void {
    this.chained ||= this.name !== name;
    this.name = name;
  }
}

/** The mentions of a document that have type and words in common. */
export interface Spelling {
  readonly type: EntityType;
  readonly key: string;
  /** Comparison keys of the words; of persons, once they are linked, without Arabic articles. */
  keys: readonly string[];
  readonly first: Mention;
  /** Number of mentions. */
  count: number;
  /** The base form of its last mention that is not all in capitals. */
  quiet: string | undefined;
  /** The spelling of another type with the same words. */
  readonly next: Spelling | undefined;
}

/** The spellings of a document, in the order of their first mentions. */
export class Spellings {
  readonly all: Spelling[] = [];
  private readonly byKey = new Map<string, Spelling>();

  /** Gives the spelling of a mention that comes next in the text. */
  take(first: Mention): Spelling {
    const { type, form } = first;
    const { key, keys } = form;
    const others = this.byKey.get(key);
    const known = ofType(others, type);
    if (known) {
      known.count++;
      return known;
    }
    const spelling = { type, key, keys, first, count: 1, quiet: undefined, next: others };
    this.byKey.set(key, spelling);
    this.all.push(spelling);
    return spelling;
  }

  find(type: EntityType, key: string): Spelling | undefined {
    return ofType(this.byKey.get(key), type);
  }
}

/** Of spellings of the same words, finds that of a type. */
function ofType(first: Spelling | undefined, type: EntityType): Spelling | undefined {
  let spelling = first;
  while (spelling && spelling.type !== type) spelling = spelling.next;
  return spelling;
}
