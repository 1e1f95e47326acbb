import type { FeatureBuffer } from './feature-buffer.js';
import { mix } from './mix.js';
import type { Site } from './site.js';
import { Word } from './words.js';

/** Templates that join several tokens. */
export const JointTemplate = {
  Before: 200,
  After: 201,
  MiddleBefore: 202,
  MiddleAfter: 203,
  FormBefore: 204,
  FormAfter: 205,
  FormAround: 206,
  FormsBefore: 207,
  FormsAfter: 208,
  Apostrophe: 209,
  Suffix: 210,
  SuffixAfter: 211,
} as const;

/** Templates about the lists. */
export const ListTemplate = {
  Name: 240,
  List: 241,
  NameForm: 242,
  Clue: 243,
  ClueForm: 244,
  NameBefore: 245,
  NameAfter: 246,
  ClueBefore: 247,
  ClueAfter: 248,
  ClueBeforeJoint: 249,
  ClueAfterJoint: 250,
} as const;

/** Templates about the run of capitalised words around the token. */
export const RunTemplate = {
  Place: 280,
  Last: 281,
  LastEnding: 285,
  LastMiddle: 286,
  Suffix: 290,
  LastClue: 291,
  FirstClue: 292,
  AfterClue: 293,
  BeforeClue: 294,
} as const;

/** Templates about the rest of the document. */
export const MemoryTemplate = {
  Writing: 320,
  Shares: 321,
  SharesCount: 322,
  BestForm: 323,
  BestPlaces: 324,
  BestRun: 325,
  Alone: 326,
  PairBefore: 327,
  PairAfter: 328,
} as const;

/**
 * The features that join words, in groups: each depends on nothing but the few fields of a token's {@link Site} that its function below
 * reads, so that its weights can be summed once for each combination of them (see JointScores, whose keys hold just these fields).
 */
export const Group = {
  OwnList: 1,
  ListBefore: 2,
  ListAfter: 3,
  FormsBefore: 4,
  FormsAfter: 5,
  Suffixes: 6,
  Writing: 7,
  RunPlace: 8,
  RunLast: 9,
  RunClues: 10,
  AroundRun: 11,
  Elsewhere: 12,
  Pairs: 13,
} as const;

const NONE = (): void => {};

/** Puts the features of a group, by its number. */
export const GROUPS: readonly ((site: Site, out: FeatureBuffer) => void)[] = [
  NONE,
  ownList,
  listBefore,
  listAfter,
  formsBefore,
  formsAfter,
  suffixes,
  writing,
  runPlace,
  lastOfRun,
  runClues,
  aroundRun,
  elsewhere,
  pairs,
];

/** Puts all features of the first pass that join words; those of single words come before them. */
export function jointFeatures(site: Site, out: FeatureBuffer): void {
  wordPairs(site, out);
  putGroups(Group.OwnList, Group.FormsAfter, site, out);
  middlePairs(site, out);
  putGroups(Group.Suffixes, Group.Writing, site, out);
  if (site.inRun) putGroups(Group.RunPlace, Group.AroundRun, site, out);
}

function putGroups(first: number, last: number, site: Site, out: FeatureBuffer): void {
  for (let group = first; group <= last; group++) GROUPS[group](site, out);
}

/** Puts the features that the second pass adds. */
export function secondPassFeatures(site: Site, out: FeatureBuffer): void {
  elsewhere(site, out);
  pairs(site, out);
}

/** The word with its neighbours. Next to none of these comes again, so that they are in no group. */
export function wordPairs(site: Site, out: FeatureBuffer): void {
  out.put(JointTemplate.Before, mix(site.foldBefore, site.fold));
  out.put(JointTemplate.After, mix(site.fold, site.foldAfter));
}

/** The word's kind with its neighbours'. A third of these is new: to keep their sums would take as long as it saves. */
export function middlePairs(site: Site, out: FeatureBuffer): void {
  out.put(JointTemplate.MiddleBefore, mix(site.middleBefore, site.middle));
  out.put(JointTemplate.MiddleAfter, mix(site.middle, site.middleAfter));
}

function ownList({ name, list, clue, form }: Site, out: FeatureBuffer): void {
  if (name !== 0) {
    out.put(ListTemplate.Name, name);
    out.put(ListTemplate.List, list);
    out.put(ListTemplate.NameForm, name * 128 + form);
  }
  if (clue !== 0) {
    out.put(ListTemplate.Clue, clue);
    out.put(ListTemplate.ClueForm, clue * 128 + form);
  }
}

function listBefore({ name, clue, nameBefore, clueBefore }: Site, out: FeatureBuffer): void {
  if (nameBefore !== 0) out.put(ListTemplate.NameBefore, nameBefore);
  if (clueBefore === 0) return;
  out.put(ListTemplate.ClueBefore, clueBefore);
  if ((clue | name) !== 0) out.put(ListTemplate.ClueBeforeJoint, mix(clueBefore, mix(clue, name)));
}

function listAfter({ name, clue, nameAfter, clueAfter }: Site, out: FeatureBuffer): void {
  if (nameAfter !== 0) out.put(ListTemplate.NameAfter, nameAfter);
  if (clueAfter === 0) return;
  out.put(ListTemplate.ClueAfter, clueAfter);
  if ((clue | name) !== 0) out.put(ListTemplate.ClueAfterJoint, mix(clueAfter, mix(clue, name)));
}

function formsBefore({ form, formBefore, formBefore2 }: Site, out: FeatureBuffer): void {
  out.put(JointTemplate.FormBefore, formBefore * 128 + form);
  out.put(JointTemplate.FormsBefore, (formBefore2 * 128 + formBefore) * 128 + form);
}

function formsAfter(site: Site, out: FeatureBuffer): void {
  const { form, formBefore, formAfter, formAfter2, apostrophe, apostropheAfter } = site;
  out.put(JointTemplate.FormAfter, form * 128 + formAfter);
  out.put(JointTemplate.FormAround, (formBefore * 128 + form) * 128 + formAfter);
  out.put(JointTemplate.FormsAfter, (form * 128 + formAfter) * 128 + formAfter2);
  out.put(JointTemplate.Apostrophe, (apostrophe * 4 + apostropheAfter) * 128 + form);
}

function suffixes({ suffix, suffixAfter }: Site, out: FeatureBuffer): void {
  if (suffix !== 0) out.put(JointTemplate.Suffix, suffix);
  if (suffixAfter !== 0) out.put(JointTemplate.SuffixAfter, suffixAfter);
}

function writing({ writing: code, form }: Site, out: FeatureBuffer): void {
  if (code >= 0) out.put(MemoryTemplate.Writing, code * 128 + form);
}

function runPlace({ fromStart, toLast, suffixLast }: Site, out: FeatureBuffer): void {
  out.put(RunTemplate.Place, fromStart * 4 + toLast);
  out.put(RunTemplate.Suffix, suffixLast + Math.min(toLast, 2));
}

function lastOfRun({ rows, lastRow, place }: Site, out: FeatureBuffer): void {
  out.put(RunTemplate.Last, rows[lastRow + Word.Fold] + place);
  out.put(RunTemplate.LastEnding, rows[lastRow + Word.Suffix4]);
  out.put(RunTemplate.LastMiddle, rows[lastRow + Word.Middle] * 4 + place);
}

function runClues({ clueFirst, clueLast, place }: Site, out: FeatureBuffer): void {
  out.put(RunTemplate.LastClue, clueLast * 4 + place);
  out.put(RunTemplate.FirstClue, clueFirst * 4 + place);
}

function aroundRun({ clueBeforeRun, clueAfterRun, place }: Site, out: FeatureBuffer): void {
  if (clueAfterRun >= 0) out.put(RunTemplate.AfterClue, clueAfterRun * 4 + place);
  if (clueBeforeRun >= 0) out.put(RunTemplate.BeforeClue, clueBeforeRun * 4 + place);
}

function elsewhere(site: Site, out: FeatureBuffer): void {
  const { seen, shares, best, top, bestPlace, places, form, fromStart, toLast } = site;
  if (seen < 0) return;
  if (seen === 0) {
    out.put(MemoryTemplate.Alone, form);
    return;
  }
  out.put(MemoryTemplate.Shares, shares);
  out.put(MemoryTemplate.SharesCount, shares * 4 + seen - 1);
  out.put(MemoryTemplate.BestForm, (best * 8 + bestPlace) * 128 + form);
  out.put(MemoryTemplate.BestPlaces, (best * 5 + top) * 16 + places);
  out.put(MemoryTemplate.BestRun, (best * 5 + top) * 64 + fromStart * 4 + toLast);
}

function pairs({ pairBefore, pairAfter }: Site, out: FeatureBuffer): void {
  if (pairBefore > 0) out.put(MemoryTemplate.PairBefore, pairBefore - 1);
  if (pairAfter > 0) out.put(MemoryTemplate.PairAfter, pairAfter - 1);
}
