import { nameFrom, nameScore, names, nameTo, nameType, open, opens, sentence, tags } from './columns';
import { backward, decode, forward, readProbabilities, reserve, spanProbability } from './field';
import { hasRepeated, learnFirstPass } from './memory';
import { addJoints, addSecondPass, addWords, beginSums, flush, isBelow } from './sums';
import { OUTSIDE } from './tags';

/** The two passes over a document whose columns are filled. */

/** Where all sums of a token are below this, no name can be. */
let hopeless: i32 = 0;
/** Runs that no list names and whose sums of single words are all below this are closed. */
let unlikely: i32 = 0;

/** Open tokens. */
let openCount: i32 = 0;

export function initPasses(below: i32, unlikelyBelow: i32): void {
  hopeless = below;
  unlikely = unlikelyBelow;
}

/** Finds the names of a document of so many tokens, as many of them open; gives their number. */
export function tag(length: i32, opened: i32): i32 {
  openCount = opened;
  for (let k = 0; k < openCount; ) {
    const end = endOfRun(k);
    reserve(end - k);
    k = end;
  }
  beginSums(length);
  for (let k = 0; k < openCount; k++) addWords(opens[k], length);
  flush();
  closeUnlikely();
  for (let k = 0; k < openCount; k++) addJoints(opens[k], length);
  flush();
  tagFirst(length);
  learnFirstPass(openCount, length);
  for (let k = 0; k < openCount; k++) addSecondPass(opens[k], length);
  flush();
  return tagLast();
}

/** The end of the run that begins with the open token k in the list, there: a stretch of open tokens of one sentence. */
function endOfRun(k: i32): i32 {
  const first = opens[k];
  let end = k + 1;
  while (end < openCount && opens[end] === first + end - k && sentence[opens[end]] === sentence[first]) end++;
  return end;
}

/** Closes the runs in which no list has a name and single words already speak so clearly against one that next to nothing could bring it about. */
function closeUnlikely(): void {
  let count = 0;
  for (let k = 0; k < openCount; ) {
    const end = endOfRun(k);
    let n = k;
    while (n < end && names[opens[n]] === 0 && isBelow(opens[n], unlikely)) n++;
    if (n === end) for (n = k; n < end; n++) open[opens[n]] = 0;
    // What stays moves to places of the list that were visited already.
    else for (n = k; n < end; n++) opens[count++] = opens[n];
    k = end;
  }
  openCount = count;
}

/** The first pass: tags and their probabilities, of runs with words that the document repeats; of words met once nobody asks. */
function tagFirst(length: i32): void {
  memory.fill(changetype<usize>(tags), <u8>OUTSIDE, length);
  for (let k = 0; k < openCount; ) {
    const end = endOfRun(k);
    const first = opens[k];
    const size = end - k;
    k = end;
    if (!hasRepeated(first, size)) continue;
    if (!isHopeless(first, size)) decode(first, size);
    forward(first, size);
    backward();
    readProbabilities(first);
  }
}

/** The second pass: lists the names and gives their number. */
function tagLast(): i32 {
  let count = 0;
  for (let k = 0; k < openCount; ) {
    const end = endOfRun(k);
    if (!isHopeless(opens[k], end - k)) count = readNames(opens[k], end - k, count);
    k = end;
  }
  return count;
}

/** Whether no name can be in a run. */
function isHopeless(first: i32, length: i32): bool {
  for (let i = first; i < first + length; i++) if (!isBelow(i, hopeless)) return false;
  return true;
}

function readNames(first: i32, length: i32, count: i32): i32 {
  decode(first, length);
  const end = first + length;
  let isForward = false;
  let isBackward = false;
  for (let i = first; i < end; ) {
    const begin = tags[i];
    if (begin === OUTSIDE) {
      i++;
      continue;
    }
    let to = i + 1;
    while (to < end && tags[to] === begin + 1) to++;
    if (!isForward) forward(first, length);
    isForward = true;
    // A name that ends with the run, as most do, has nothing behind it to look at.
    if (to < end && !isBackward) {
      backward();
      isBackward = true;
    }
    const type = (begin - 1) >> 1;
    nameFrom[count] = i;
    nameTo[count] = to;
    nameType[count] = type;
    nameScore[count] = spanProbability(i - first, to - first, type);
    count++;
    i = to;
  }
  return count;
}

/** The probability of a name of the document tagged last, whether it was found or not; -1 where no run holds its tokens. */
export function probability(from: i32, to: i32, type: i32): f64 {
  for (let k = 0; k < openCount; ) {
    const end = endOfRun(k);
    const first = opens[k];
    if (from >= first && to <= first + end - k) {
      forward(first, end - k);
      backward();
      return spanProbability(from - first, to - first, type);
    }
    k = end;
  }
  return -1;
}
