import { Word } from '../layout';
import { JointTemplate, ListTemplate, MemoryTemplate, RunTemplate } from '../templates';
import { put } from './features';
import { mix } from './hash';
import { best, bestPlace, pairAfter, pairBefore, placesElsewhere, seen, shares, top, writing } from './memory';
import {
  apostropheAfter,
  apostropheHere,
  clue,
  clueAfter,
  clueAfterRun,
  clueBefore,
  clueBeforeRun,
  clueFirst,
  clueLast,
  fold,
  foldAfter,
  foldBefore,
  formAfter,
  formAfter2,
  formBefore,
  formBefore2,
  formHere,
  fromStart,
  inRun,
  lastRow,
  listed,
  middleAfter,
  middleBefore,
  middleHere,
  name,
  nameAfter,
  nameBefore,
  place,
  suffixAfter,
  suffixHere,
  suffixLast,
  toLast,
} from './site';

/**
 * The features that join words, in groups: each depends on nothing but the few numbers of the site that its function below reads, so that its
 * weights can be summed once for each combination of them (see sums.ts, whose keys hold just these numbers).
 */
export enum Group {
  OwnList,
  ListBefore,
  ListAfter,
  FormsBefore,
  FormsAfter,
  Suffixes,
  Writing,
  RunPlace,
  RunLast,
  RunClues,
  AroundRun,
  Elsewhere,
  Pairs,
}

/** The functions of the groups, in their order. */
const GROUPS: StaticArray<() => void> = [
  ownList,
  listBefore,
  listAfter,
  formsBefore,
  formsAfter,
  suffixes,
  written,
  runPlace,
  lastOfRun,
  runClues,
  aroundRun,
  elsewhere,
  pairsElsewhere,
];

/** Puts the features of a group. */
export function putGroup(group: i32): void {
  GROUPS[group]();
}

/** Puts all features of the first pass that join words; those of single words come before them. */
export function jointFeatures(): void {
  wordPairs();
  ownList();
  listBefore();
  listAfter();
  formsBefore();
  formsAfter();
  middlePairs();
  suffixes();
  written();
  if (!inRun) return;
  runPlace();
  lastOfRun();
  runClues();
  aroundRun();
}

/** Puts the features that the second pass adds. */
export function secondPassFeatures(): void {
  elsewhere();
  pairsElsewhere();
}

/** The word with its neighbours. Next to none of these comes again, so that they are in no group. */
export function wordPairs(): void {
  put(JointTemplate.Before, mix(foldBefore, fold));
  put(JointTemplate.After, mix(fold, foldAfter));
}

/** The word's kind with its neighbours'. A third of these is new: to keep their sums would take as long as it saves. */
export function middlePairs(): void {
  put(JointTemplate.MiddleBefore, mix(middleBefore, middleHere));
  put(JointTemplate.MiddleAfter, mix(middleHere, middleAfter));
}

function ownList(): void {
  if (name !== 0) {
    put(ListTemplate.Name, name);
    put(ListTemplate.List, listed);
    put(ListTemplate.NameForm, name * 128 + formHere);
  }
  if (clue !== 0) {
    put(ListTemplate.Clue, clue);
    put(ListTemplate.ClueForm, clue * 128 + formHere);
  }
}

function listBefore(): void {
  if (nameBefore !== 0) put(ListTemplate.NameBefore, nameBefore);
  if (clueBefore === 0) return;
  put(ListTemplate.ClueBefore, clueBefore);
  if ((clue | name) !== 0) put(ListTemplate.ClueBeforeJoint, mix(clueBefore, mix(clue, name)));
}

function listAfter(): void {
  if (nameAfter !== 0) put(ListTemplate.NameAfter, nameAfter);
  if (clueAfter === 0) return;
  put(ListTemplate.ClueAfter, clueAfter);
  if ((clue | name) !== 0) put(ListTemplate.ClueAfterJoint, mix(clueAfter, mix(clue, name)));
}

function formsBefore(): void {
  put(JointTemplate.FormBefore, formBefore * 128 + formHere);
  put(JointTemplate.FormsBefore, (formBefore2 * 128 + formBefore) * 128 + formHere);
}

function formsAfter(): void {
  put(JointTemplate.FormAfter, formHere * 128 + formAfter);
  put(JointTemplate.FormAround, (formBefore * 128 + formHere) * 128 + formAfter);
  put(JointTemplate.FormsAfter, (formHere * 128 + formAfter) * 128 + formAfter2);
  put(JointTemplate.Apostrophe, (apostropheHere * 4 + apostropheAfter) * 128 + formHere);
}

function suffixes(): void {
  if (suffixHere !== 0) put(JointTemplate.Suffix, suffixHere);
  if (suffixAfter !== 0) put(JointTemplate.SuffixAfter, suffixAfter);
}

function written(): void {
  if (writing >= 0) put(MemoryTemplate.Writing, writing * 128 + formHere);
}

function runPlace(): void {
  put(RunTemplate.Place, fromStart * 4 + toLast);
  put(RunTemplate.Suffix, suffixLast + min(toLast, 2));
}

function lastOfRun(): void {
  put(RunTemplate.Last, load<i32>(lastRow, 4 * Word.Fold) + place);
  put(RunTemplate.LastEnding, load<i32>(lastRow, 4 * Word.Suffix4));
  put(RunTemplate.LastMiddle, load<i32>(lastRow, 4 * Word.Middle) * 4 + place);
}

function runClues(): void {
  put(RunTemplate.LastClue, clueLast * 4 + place);
  put(RunTemplate.FirstClue, clueFirst * 4 + place);
}

function aroundRun(): void {
  if (clueAfterRun >= 0) put(RunTemplate.AfterClue, clueAfterRun * 4 + place);
  if (clueBeforeRun >= 0) put(RunTemplate.BeforeClue, clueBeforeRun * 4 + place);
}

function elsewhere(): void {
  if (seen < 0) return;
  if (seen === 0) {
    put(MemoryTemplate.Alone, formHere);
    return;
  }
  put(MemoryTemplate.Shares, shares);
  put(MemoryTemplate.SharesCount, shares * 4 + seen - 1);
  put(MemoryTemplate.BestForm, (best * 8 + bestPlace) * 128 + formHere);
  put(MemoryTemplate.BestPlaces, (best * 5 + top) * 16 + placesElsewhere);
  put(MemoryTemplate.BestRun, (best * 5 + top) * 64 + fromStart * 4 + toLast);
}

function pairsElsewhere(): void {
  if (pairBefore > 0) put(MemoryTemplate.PairBefore, pairBefore - 1);
  if (pairAfter > 0) put(MemoryTemplate.PairAfter, pairAfter - 1);
}
