import { EDGE } from '../layout';
import { apostrophe, clues, form, hash, list, middle, names, row, runEnd, runStart, sentence, suffix } from './columns';

/**
 * All that the features of one token which join words look at: the token, its neighbours in the sentence, what the lists say, and the run of
 * capitalised words around it. Read anew for each token.
 */

/** The farthest a place in a run of capitalised words is counted, from either end. */
const FAR: i32 = 3;

/** Hash of the word, of the one before and the one after. */
export let fold: i32 = 0;
export let foldBefore: i32 = 0;
export let foldAfter: i32 = 0;
/** Middle cluster of each. */
export let middleHere: i32 = 0;
export let middleBefore: i32 = 0;
export let middleAfter: i32 = 0;
/** How the word is written, and two words on each side. */
export let formHere: i32 = 0;
export let formBefore: i32 = 0;
export let formBefore2: i32 = 0;
export let formAfter: i32 = 0;
export let formAfter2: i32 = 0;
/** Apostrophe after the word and after the next one; 3 at the sentence's end. */
export let apostropheHere: i32 = 0;
export let apostropheAfter: i32 = 0;
export let suffixHere: i32 = 0;
export let suffixAfter: i32 = 0;
/** List evidence. */
export let name: i32 = 0;
export let listed: i32 = 0;
export let clue: i32 = 0;
export let nameBefore: i32 = 0;
export let clueBefore: i32 = 0;
export let nameAfter: i32 = 0;
export let clueAfter: i32 = 0;
/** Whether the token is in a run of capitalised words; what follows is 0 or of no meaning outside. */
export let inRun: bool = false;
/** Tokens from the run's start and to its last, as far as they are counted; and whether the token is its first (1) and last (2). */
export let fromStart: i32 = FAR;
export let toLast: i32 = FAR;
export let place: i32 = 0;
/** Address of the row of the run's last word. */
export let lastRow: usize = 0;
export let suffixLast: i32 = 0;
export let clueFirst: i32 = 0;
export let clueLast: i32 = 0;
/** -1 where the run stands at the edge of the sentence. */
export let clueBeforeRun: i32 = 0;
export let clueAfterRun: i32 = 0;

/** Reads how token i is written and where in its run it stands. */
export function readPlace(i: i32): void {
  formHere = form[i];
  const start = runStart[i];
  inRun = start >= 0;
  fromStart = inRun ? min(i - start, FAR) : FAR;
  toLast = inRun ? min(runEnd[i] - 1 - i, FAR) : FAR;
  place = (fromStart === 0 ? 1 : 0) + (toLast === 0 ? 2 : 0);
}

/** Reads all that surrounds token i. */
export function readSite(i: i32, length: i32): void {
  const own = sentence[i];
  const atStart = i === 0 || sentence[i - 1] !== own;
  const atEnd = i === length - 1 || sentence[i + 1] !== own;
  fold = hash[i];
  middleHere = middle[i];
  apostropheHere = apostrophe[i];
  suffixHere = suffix[i];
  name = names[i];
  listed = list[i];
  clue = clues[i];
  if (atStart) {
    foldBefore = 0;
    middleBefore = 0;
    formBefore = EDGE;
    nameBefore = 0;
    clueBefore = 0;
  } else {
    foldBefore = hash[i - 1];
    middleBefore = middle[i - 1];
    formBefore = form[i - 1];
    nameBefore = names[i - 1];
    clueBefore = clues[i - 1];
  }
  if (atEnd) {
    foldAfter = 0;
    middleAfter = 0;
    formAfter = EDGE;
    apostropheAfter = 3;
    suffixAfter = 0;
    nameAfter = 0;
    clueAfter = 0;
  } else {
    foldAfter = hash[i + 1];
    middleAfter = middle[i + 1];
    formAfter = form[i + 1];
    apostropheAfter = apostrophe[i + 1];
    suffixAfter = suffix[i + 1];
    nameAfter = names[i + 1];
    clueAfter = clues[i + 1];
  }
  formBefore2 = i >= 2 && sentence[i - 2] === own ? form[i - 2] : EDGE;
  formAfter2 = i + 2 < length && sentence[i + 2] === own ? form[i + 2] : EDGE;
  readPlace(i);
  if (inRun) readRun(i, own, length);
}

function readRun(i: i32, own: i32, length: i32): void {
  const start = runStart[i];
  const last = runEnd[i] - 1;
  lastRow = <usize>row[last];
  suffixLast = suffix[last];
  clueFirst = clues[start];
  clueLast = clues[last];
  clueBeforeRun = start > 0 && sentence[start - 1] === own ? clues[start - 1] : -1;
  clueAfterRun = last + 1 < length && sentence[last + 1] === own ? clues[last + 1] : -1;
}
