/**
 * The nominal suffixes of Turkish as a table. A form is written with archiphonemes: A = a/e, I = ı/i/u/ü, D = d/t, C = c/ç; a letter in
 * brackets is a buffer that stands only after a vowel, `(I)` a linking vowel that stands only after a consonant. Rows follow the order of
 * suffixes in the word: stem, derivation, plural, possessive, case, -ki, copula.
 * Source of the inventory and its order: A. Göksel and C. Kerslake, Turkish: A Comprehensive Grammar (2005), chapters 6 to 8.
 */

/** Cases as they are reported. */
export type Case = 'Nom' | 'Acc' | 'Dat' | 'Loc' | 'Abl' | 'Gen' | 'Ins' | 'Equ';

/** Places of suffixes in a word, from the stem outwards. */
export const Slot = { Derivation: 1, Plural: 2, Possessive: 3, Case: 4, Ki: 5, Copula: 6 } as const;

/** One suffix: its form, slot and tag (tags as in Zemberek: P3sg, Loc, Cop ...). */
export interface Suffix {
  form: string;
  slot: number;
  tag: string;
  case?: Case;
  /** Stands only after a third person possessive, whose pronominal n it shows (Bakanlığı-nda). */
  afterPossessive?: true;
}

export const SUFFIXES: readonly Suffix[] = [
  { form: 'lI', slot: Slot.Derivation, tag: 'With' },
  { form: 'sIz', slot: Slot.Derivation, tag: 'Without' },
  { form: 'CI', slot: Slot.Derivation, tag: 'Agt' },
  { form: 'lIk', slot: Slot.Derivation, tag: 'Ness' },
  { form: 'lAr', slot: Slot.Plural, tag: 'A3pl' },
  { form: '(I)m', slot: Slot.Possessive, tag: 'P1sg' },
  { form: '(I)n', slot: Slot.Possessive, tag: 'P2sg' },
  { form: '(s)I', slot: Slot.Possessive, tag: 'P3sg' },
  { form: '(I)mIz', slot: Slot.Possessive, tag: 'P1pl' },
  { form: '(I)nIz', slot: Slot.Possessive, tag: 'P2pl' },
  { form: 'lArI', slot: Slot.Possessive, tag: 'P3pl' },
  { form: '(y)I', slot: Slot.Case, tag: 'Acc', case: 'Acc' },
  { form: '(y)A', slot: Slot.Case, tag: 'Dat', case: 'Dat' },
  { form: 'DA', slot: Slot.Case, tag: 'Loc', case: 'Loc' },
  { form: 'DAn', slot: Slot.Case, tag: 'Abl', case: 'Abl' },
  { form: '(n)In', slot: Slot.Case, tag: 'Gen', case: 'Gen' },
  { form: '(y)lA', slot: Slot.Case, tag: 'Ins', case: 'Ins' },
  { form: 'CA', slot: Slot.Case, tag: 'Equ', case: 'Equ' },
  { form: 'nI', slot: Slot.Case, tag: 'Acc', case: 'Acc', afterPossessive: true },
  { form: 'nA', slot: Slot.Case, tag: 'Dat', case: 'Dat', afterPossessive: true },
  { form: 'nDA', slot: Slot.Case, tag: 'Loc', case: 'Loc', afterPossessive: true },
  { form: 'nDAn', slot: Slot.Case, tag: 'Abl', case: 'Abl', afterPossessive: true },
  { form: 'ncA', slot: Slot.Case, tag: 'Equ', case: 'Equ', afterPossessive: true },
  { form: 'ki', slot: Slot.Ki, tag: 'Rel' },
  { form: '(y)DI', slot: Slot.Copula, tag: 'Past' },
  { form: '(y)mIş', slot: Slot.Copula, tag: 'Narr' },
  { form: '(y)sA', slot: Slot.Copula, tag: 'Cond' },
  { form: 'DIr', slot: Slot.Copula, tag: 'Cop' },
  { form: '(y)ken', slot: Slot.Copula, tag: 'While' },
  { form: '(y)DIlAr', slot: Slot.Copula, tag: 'Past' },
  { form: 'DIrlAr', slot: Slot.Copula, tag: 'Cop' },
];
