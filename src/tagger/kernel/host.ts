import { WINDOW } from '../layout';
import { row, sentence } from './columns';
import { initFeatures, wordFeatures } from './features';
import { jointFeatures, secondPassFeatures } from './joint';
import { lonelyFeatures } from './lonely';
import { recallTags, recallWriting } from './memory';
import { readPlace, readSite } from './site';
import { initSums } from './sums';
import { initWords, rows } from './words';

/** Makes all tables but the model's. */
export function init(words: i32, most: i32): void {
  initFeatures();
  initSums();
  initWords(words, most);
}

/** Puts the features of token i that depend on one word alone. */
export function putWordFeatures(i: i32, length: i32): void {
  for (let distance = -WINDOW; distance <= WINDOW; distance++) {
    const at = i + distance;
    const isInside = at >= 0 && at < length && sentence[at] === sentence[i];
    wordFeatures(isInside ? <usize>row[at] : changetype<usize>(rows), distance);
  }
}

/** Puts the features of token i that join words. */
export function putJointFeatures(i: i32, length: i32): void {
  readSite(i, length);
  recallWriting(i);
  jointFeatures();
  lonelyFeatures(i, length);
}

/** Puts the features of token i that only the second pass has. */
export function putTagFeatures(i: i32, length: i32): void {
  readPlace(i);
  recallTags(i, length);
  secondPassFeatures();
}
