import { Word } from '../layout';
import { LonelyTemplate } from '../templates';
import { form, hash } from './columns';
import { put } from './features';
import { mix } from './hash';
import { clue, clueLast, fold, formHere, inRun, lastRow, middleHere, name, place } from './site';

/** Features of texts of one sentence, where no document says what its words are elsewhere. */

/** Mixed into the features of texts that end without a stop, as headlines and cut-out sentences do. */
const FRAGMENT: i32 = 0x5f356495;
/** The text's last token that is no mark, or the first; -1 where the text has more than one sentence. */
let lastWord: i32 = -1;
let kind: i32 = 0;

/** Tells of a document whether it is one sentence, where that ends but for marks, and whether with a mark. */
export function beginLonely(last: i32, stopped: bool): void {
  lastWord = last;
  kind = stopped ? 0 : FRAGMENT;
}

/** Puts what holds only in texts of one sentence; nothing in others. */
export function lonelyFeatures(i: i32, length: i32): void {
  if (lastWord < 0) return;
  put(LonelyTemplate.Form, kind ^ formHere);
  put(LonelyTemplate.Fold, kind ^ fold);
  put(LonelyTemplate.Middle, kind ^ middleHere);
  put(LonelyTemplate.Name, kind ^ name);
  put(LonelyTemplate.Clue, kind ^ clue);
  if (inRun) {
    put(LonelyTemplate.Last, kind ^ (load<i32>(lastRow, 4 * Word.Fold) + place));
    put(LonelyTemplate.LastMiddle, kind ^ (load<i32>(lastRow, 4 * Word.Middle) * 4 + place));
    put(LonelyTemplate.LastClue, kind ^ (clueLast * 4 + place));
  }
  // What the text begins and ends with: a page title's `( futbolcu )` says what the title names.
  const edges = form[0] * 128 + form[length - 1];
  const at = (i === 0 ? 1 : 0) + (i === length - 1 ? 2 : 0) + (i > lastWord ? 4 : 0);
  put(LonelyTemplate.TextStart, mix(hash[0], formHere));
  put(LonelyTemplate.TextEnd, mix(hash[lastWord], at));
  put(LonelyTemplate.TextEdges, mix(edges, formHere * 8 + at));
}
