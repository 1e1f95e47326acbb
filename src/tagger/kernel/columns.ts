import { Apostrophe, LAST_CAPITAL, TAG_COUNT } from '../layout';
import { allot, Bytes, bytes, Doubles, demand, doubles, Floats, floats, Ints, ints } from './arrays';

/** What the tagger knows of each token of a document, one element a token; the host fills what depends on the text. */

/** Tokens there is room for. */
export let room: i32 = 0;

/** The token table's columns of these names. */
export let hash: Ints = changetype<Ints>(0);
export let check: Ints = changetype<Ints>(0);
export let sentence: Ints = changetype<Ints>(0);

/** How the token is written, see form.ts, and bits of Trait. */
export let form: Bytes = changetype<Bytes>(0);
export let traits: Bytes = changetype<Bytes>(0);
/** Whether an apostrophe follows the stem (Apostrophe), and the hash of the suffix behind it. */
export let apostrophe: Bytes = changetype<Bytes>(0);
export let suffix: Ints = changetype<Ints>(0);
/** First token and end of the run of capitalised words the token is in; -1 outside. */
export let runStart: Ints = changetype<Ints>(0);
export let runEnd: Ints = changetype<Ints>(0);
/** List evidence, see lists.ts. */
export let names: Ints = changetype<Ints>(0);
export let list: Ints = changetype<Ints>(0);
export let clues: Ints = changetype<Ints>(0);
/** The last letters of a word that may be inflected, from the end, four 16-bit units a token, and how many of them may be an ending. */
export let tails: usize = 0;
export let tailLength: Bytes = changetype<Bytes>(0);

/** Non-zero where a token may belong to a name; these tokens one after the other. */
export let open: Bytes = changetype<Bytes>(0);
export let opens: Ints = changetype<Ints>(0);
/** Address of the token's row in the word cache, and its middle cluster; of open tokens and those near them. */
export let row: Ints = changetype<Ints>(0);
export let middle: Ints = changetype<Ints>(0);
/** These tokens, and work space. */
export let near: Ints = changetype<Ints>(0);
export let found: Ints = changetype<Ints>(0);
/** Tokens whose word is new to the word cache. */
export let fresh: Ints = changetype<Ints>(0);
/** Sums of the weights that speak for each tag: eight 16-bit numbers a token, the tags but O from the third on. */
export let sums: usize = 0;
/** Tags, of the first pass and then of the second, and the first pass's probabilities, TAG_COUNT a token. */
export let tags: Bytes = changetype<Bytes>(0);
export let probabilities: Floats = changetype<Floats>(0);
/** The document memory's entry of the token's word and of its pair with the word before, 0 for none; its place in the name the first pass found. */
export let entry: Ints = changetype<Ints>(0);
export let pairs: Ints = changetype<Ints>(0);
export let places: Bytes = changetype<Bytes>(0);
/** The names that were found: first token, end, type, and the random field's probability. */
export let nameFrom: Ints = changetype<Ints>(0);
export let nameTo: Ints = changetype<Ints>(0);
export let nameType: Bytes = changetype<Bytes>(0);
export let nameScore: Doubles = changetype<Doubles>(0);

/** Room for the tokens of one document at first: for nearly all documents. Memory that is not touched costs nothing. */
const AT_FIRST = 1 << 14;
/** The arrays below: 19 of whole numbers, 8 of bytes, the tails, sums, probabilities and scores. */
const ARRAYS = 31;
const BYTES_A_TOKEN: u64 = 19 * 4 + 8 + 8 + 16 + 4 * TAG_COUNT + 8;

/** Makes room for a document of so many tokens; what the columns held is gone when there was none. Fails where memory ends, at some 18 million. */
export function reserve(length: i32): void {
  if (length <= room) return;
  // Half as much again, so that what longer and longer documents leave behind stays less than what they need.
  const wanted = max(AT_FIRST, length + (length >> 1));
  demand(BYTES_A_TOKEN * <u64>wanted, ARRAYS);
  hash = ints(wanted);
  check = ints(wanted);
  sentence = ints(wanted);
  form = bytes(wanted);
  traits = bytes(wanted);
  apostrophe = bytes(wanted);
  suffix = ints(wanted);
  runStart = ints(wanted);
  runEnd = ints(wanted);
  names = ints(wanted);
  list = ints(wanted);
  clues = ints(wanted);
  tails = allot((<u64>wanted) << 3);
  tailLength = bytes(wanted);
  open = bytes(wanted);
  opens = ints(wanted);
  row = ints(wanted);
  middle = ints(wanted);
  near = ints(wanted);
  found = ints(wanted);
  fresh = ints(wanted);
  sums = allot((<u64>wanted) << 4);
  tags = bytes(wanted);
  probabilities = floats(wanted * TAG_COUNT);
  entry = ints(wanted);
  pairs = ints(wanted);
  places = bytes(wanted);
  nameFrom = ints(wanted);
  nameTo = ints(wanted);
  nameType = bytes(wanted);
  nameScore = doubles(wanted);
  room = wanted;
}

/** Lists the open tokens and gives their number. */
export function listOpen(length: i32): i32 {
  let count = 0;
  // Without a branch: every fourth token is open, and no processor guesses which.
  for (let i = 0; i < length; i++) {
    opens[count] = i;
    count += open[i] === 0 ? 0 : 1;
  }
  return count;
}

/** Finds the runs of capitalised words. */
export function findRuns(length: i32): void {
  memory.fill(changetype<usize>(runStart), 0xff, (<usize>length) << 2);
  memory.fill(changetype<usize>(runEnd), 0xff, (<usize>length) << 2);
  for (let start = 0; start < length; start++) {
    if (!isCapitalForm(form[start])) continue;
    let end = start + 1;
    while (
      end < length &&
      isCapitalForm(form[end]) &&
      sentence[end] === sentence[start] &&
      apostrophe[end - 1] === Apostrophe.None
    )
      end++;
    for (let i = start; i < end; i++) {
      runStart[i] = start;
      runEnd[i] = end;
    }
    start = end - 1;
  }
}

function isCapitalForm(form: i32): bool {
  return form >= 2 && form <= LAST_CAPITAL;
}
