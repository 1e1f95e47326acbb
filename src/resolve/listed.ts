import type { Hits } from '../evidence/hits.js';
import { TypeBit } from '../lexicon/entry.js';
import type { Ref } from '../lexicon/lexicon.js';
import { signatureOf } from '../lexicon/phrase.js';
import type { EntityType } from '../types.js';
import type { Form } from './form.js';

/** What the lists say of exactly a mention, for its type. */
export interface Listed {
  /** Is the form in a list, and in one as more than a short form of a longer name? */
  readonly any: boolean;
  readonly whole: boolean;
  /** The one name it is listed for. */
  readonly name: string | undefined;
  /** The one name it is a short form of, which is no ordinary word. */
  readonly shortFor: string | undefined;
}

export const NOT_LISTED: Listed = { any: false, whole: false, name: undefined, shortFor: undefined };

/** Sums up what lists say of a form. */
export function listedAs(refs: readonly NamingRef[]): Listed {
  if (refs.length === 0) return NOT_LISTED;
  return {
    any: true,
    whole: refs.some((ref) => !ref.short),
    name: commonName(refs, (ref) => !ref.short),
    shortFor: commonName(refs, (ref) => ref.short && !ref.weak),
  };
}

type NamingRef = Pick<Ref, 'name' | 'short' | 'weak'>;

/** The name that all refs of a kind have, if there is one. */
function commonName(refs: readonly NamingRef[], isMeant: (ref: NamingRef) => boolean): string | undefined {
  let name: string | undefined;
  for (const ref of refs) {
    if (!isMeant(ref)) continue;
    if (name !== undefined && ref.name !== name) return undefined;
    name = ref.name;
  }
  return name;
}

/** Gives what the lists say of tokens `[from, to)`, written in a form, as a name of a type. */
export function lookUpListed(hits: Hits, from: number, to: number, type: EntityType, form: Form): Listed {
  let only = -1;
  for (let h = hits.firstAt[from]; h < hits.firstAt[from + 1]; h++) {
    if (hits.to(h) !== to || hits.isDerived(h)) continue;
    if (only >= 0) return lookUpInSeveral(hits, from, to, type, form);
    only = h;
  }
  if (only < 0 || !(hits.typeMask(only) & TypeBit[type])) return NOT_LISTED;
  const lexicon = hits.lexicon(only);
  const phrase = hits.phrase(only);
  if (form.phrase !== phrase || form.type !== type || form.lexicon !== lexicon.number) {
    form.lexicon = lexicon.number;
    form.phrase = phrase;
    form.type = type;
    form.listed = listedAs(spelledAs(lexicon.refsOf(phrase), type, form));
  }
  return form.listed;
}

/** The user's own lists come before the others. */
function lookUpInSeveral(hits: Hits, from: number, to: number, type: EntityType, form: Form): Listed {
  const refs: Ref[] = [];
  for (let h = hits.firstAt[from]; h < hits.firstAt[from + 1]; h++)
    if (hits.to(h) === to && !hits.isDerived(h)) refs.push(...hits.lexicon(h).refsOf(hits.phrase(h)));
  return listedAs(spelledAs(refs, type, form));
}

/** Of forms that fold alike (MİT, MIT), keeps those spelled as the text spells them, if there are any. */
function spelledAs(refs: readonly Ref[], type: EntityType, { base }: Form): readonly Ref[] {
  // Most phrases have one ref.
  if (refs.length === 1 && refs[0].type === type) return refs;
  const ofType = refs.filter((ref) => ref.type === type);
  if (ofType.length < 2) return ofType;
  const signature = signatureOf(base);
  const same = ofType.filter((ref) => ref.signature === signature);
  return same.length > 0 ? same : ofType;
}
