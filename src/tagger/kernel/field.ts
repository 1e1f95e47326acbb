import { TAG_COUNT } from '../layout';
import { Doubles, demand, doubles } from './arrays';
import { probabilities, sums, tags } from './columns';
import { beginOf } from './tags';

/**
 * Inference in a linear-chain conditional random field (Lafferty et al. 2001) over the IOB2 tags; ../crf.ts is the same for learning.
 *
 * A run is a stretch of tokens with a closed token (or the sentence's edge) on both sides; the closed neighbours count as O, so a run starts with
 * a transition from O and ends with one to O. Emissions are the tokens' sums, whole numbers of a unit; O's is 0. Forward and backward values are
 * scaled to sum to one at each token. Seven tags are reckoned with at once, two a vector; rows have eight numbers, the last of no meaning.
 */

/** exp(x), by the host, for the few values that are not known yet. */
declare function exp(x: f64): f64;

/** Bytes a row of eight numbers. */
const ROW: usize = 64;

/** Transition log scores, a row a tag before, -Infinity where forbidden, and their exponentials; the host writes both. */
export let transitions: usize = 0;
export let factors: usize = 0;
/** A log score is so many times the emission. */
let unit: f64 = 1;
/** exp(-unit * k), worked out when first asked for; 0 before. Beyond the last all are as small. */
let powers: Doubles = changetype<Doubles>(0);
let lastPower: i32 = 0;

/** The score of the likeliest sequence up to each tag of a token. */
let scores: usize = 0;
/** exp(emission - the token's largest emission), scaled forward and backward values, and the scale taken out at each token. */
let potentials: usize = 0;
let alpha: usize = 0;
let beta: usize = 0;
let scales: Doubles = changetype<Doubles>(0);
/** Tokens of a run there is room for, and there is at first. */
let room: i32 = 0;
const AT_FIRST: i32 = 1 << 10;
let endScale: f64 = 1;
let runLength: i32 = 0;

/** @param powerCount of exponentials that are told apart */
export function initField(emissionUnit: f64, powerCount: i32): void {
  unit = emissionUnit;
  transitions = changetype<usize>(doubles(8 * TAG_COUNT));
  factors = changetype<usize>(doubles(8 * TAG_COUNT));
  powers = doubles(powerCount);
  lastPower = powerCount - 1;
}

/** Makes room for runs of so many tokens. */
export function reserve(tokens: i32): void {
  if (tokens <= room) return;
  const wanted = max(AT_FIRST, tokens + (tokens >> 1));
  demand((4 * ROW + 8) * <u64>wanted, 5);
  scores = changetype<usize>(doubles(8 * wanted));
  potentials = changetype<usize>(doubles(8 * wanted));
  alpha = changetype<usize>(doubles(8 * wanted));
  beta = changetype<usize>(doubles(8 * wanted));
  scales = doubles(wanted);
  room = wanted;
}

/** The emissions of a token as 16-bit numbers: O's first, the last of no meaning. */
function emissionsOf(token: i32): v128 {
  const given = v128.load(sums + ((<usize>token) << 4));
  return i8x16.shuffle(given, i16x8.splat(0), 16, 17, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
}

/** Writes the likeliest tag sequence of the run of tokens [first, first + length) into the tags (Viterbi). */
export function decode(first: i32, length: i32): void {
  const step = f64x2.splat(unit);
  let row = scores;
  for (let k = 0; k < length; k++, row += ROW) {
    // Before a run stands O.
    let b0 = v128.load(transitions, 0);
    let b1 = v128.load(transitions, 16);
    let b2 = v128.load(transitions, 32);
    let b3 = v128.load(transitions, 48);
    if (k > 0) {
      let before = row - ROW;
      let from = v128.load64_splat(before);
      b0 = f64x2.add(from, b0);
      b1 = f64x2.add(from, b1);
      b2 = f64x2.add(from, b2);
      b3 = f64x2.add(from, b3);
      for (let t = transitions + ROW; t < transitions + <usize>TAG_COUNT * ROW; t += ROW) {
        from = v128.load64_splat(before, 8);
        before += 8;
        b0 = f64x2.pmax(b0, f64x2.add(from, v128.load(t, 0)));
        b1 = f64x2.pmax(b1, f64x2.add(from, v128.load(t, 16)));
        b2 = f64x2.pmax(b2, f64x2.add(from, v128.load(t, 32)));
        b3 = f64x2.pmax(b3, f64x2.add(from, v128.load(t, 48)));
      }
    }
    const given = emissionsOf(first + k);
    const low = i32x4.extend_low_i16x8_s(given);
    const high = i32x4.extend_high_i16x8_s(given);
    v128.store(row, f64x2.add(b0, f64x2.mul(step, f64x2.convert_low_i32x4_s(low))), 0);
    v128.store(row, f64x2.add(b1, f64x2.mul(step, f64x2.convert_low_i32x4_s(upperHalf(low)))), 16);
    v128.store(row, f64x2.add(b2, f64x2.mul(step, f64x2.convert_low_i32x4_s(high))), 32);
    v128.store(row, f64x2.add(b3, f64x2.mul(step, f64x2.convert_low_i32x4_s(upperHalf(high)))), 48);
  }
  // Behind a run stands O.
  let tag = 0;
  for (let k = length - 1; k >= 0; k--) {
    row -= ROW;
    tag = likeliest(row, tag);
    tags[first + k] = tag;
  }
}

/** The tag of a token that leads to a tag of the next with the highest score; the first of equal ones. */
function likeliest(row: usize, next: i32): i32 {
  let into = transitions + ((<usize>next) << 3);
  let most = load<f64>(row) + load<f64>(into);
  let tag = 0;
  for (let j = 1; j < TAG_COUNT; j++) {
    into += ROW;
    const score = load<f64>(row + ((<usize>j) << 3)) + load<f64>(into);
    if (score > most) {
      most = score;
      tag = j;
    }
  }
  return tag;
}

function upperHalf(four: v128): v128 {
  return i64x2.shuffle(four, four, 1, 1);
}

/** Forward pass over the run of tokens [first, first + length). */
export function forward(first: i32, length: i32): void {
  runLength = length;
  let row = alpha;
  let weights = potentials;
  for (let k = 0; k < length; k++, row += ROW, weights += ROW) {
    weigh(first + k, weights);
    // Before a run stands O.
    let v0 = v128.load(factors, 0);
    let v1 = v128.load(factors, 16);
    let v2 = v128.load(factors, 32);
    let v3 = v128.load(factors, 48);
    if (k > 0) {
      let before = row - ROW;
      let from = v128.load64_splat(before);
      v0 = f64x2.mul(from, v0);
      v1 = f64x2.mul(from, v1);
      v2 = f64x2.mul(from, v2);
      v3 = f64x2.mul(from, v3);
      for (let f = factors + ROW; f < factors + <usize>TAG_COUNT * ROW; f += ROW) {
        from = v128.load64_splat(before, 8);
        before += 8;
        v0 = f64x2.add(v0, f64x2.mul(from, v128.load(f, 0)));
        v1 = f64x2.add(v1, f64x2.mul(from, v128.load(f, 16)));
        v2 = f64x2.add(v2, f64x2.mul(from, v128.load(f, 32)));
        v3 = f64x2.add(v3, f64x2.mul(from, v128.load(f, 48)));
      }
    }
    v0 = f64x2.mul(v0, v128.load(weights, 0));
    v1 = f64x2.mul(v1, v128.load(weights, 16));
    v2 = f64x2.mul(v2, v128.load(weights, 32));
    v3 = f64x2.mul(v3, v128.load(weights, 48));
    const sum =
      f64x2.extract_lane(v0, 0) +
      f64x2.extract_lane(v0, 1) +
      f64x2.extract_lane(v1, 0) +
      f64x2.extract_lane(v1, 1) +
      f64x2.extract_lane(v2, 0) +
      f64x2.extract_lane(v2, 1) +
      f64x2.extract_lane(v3, 0);
    scales[k] = sum;
    const share = f64x2.splat(1 / sum);
    v128.store(row, f64x2.mul(v0, share), 0);
    v128.store(row, f64x2.mul(v1, share), 16);
    v128.store(row, f64x2.mul(v2, share), 32);
    v128.store(row, f64x2.mul(v3, share), 48);
  }
  let end: f64 = 0;
  for (let i = 0; i < TAG_COUNT; i++) end += load<f64>(row - ROW + ((<usize>i) << 3)) * factor(i, 0);
  endScale = end;
}

/** Works out a token's potentials: the exponentials of its emissions, the largest being 1. */
function weigh(token: i32, out: usize): void {
  const given = emissionsOf(token);
  const peak = largest(given);
  const below = i16x8.sub(i16x8.splat(<i16>peak), given);
  store<f64>(out, power(i16x8.extract_lane_u(below, 0)), 0);
  store<f64>(out, power(i16x8.extract_lane_u(below, 1)), 8);
  store<f64>(out, power(i16x8.extract_lane_u(below, 2)), 16);
  store<f64>(out, power(i16x8.extract_lane_u(below, 3)), 24);
  store<f64>(out, power(i16x8.extract_lane_u(below, 4)), 32);
  store<f64>(out, power(i16x8.extract_lane_u(below, 5)), 40);
  store<f64>(out, power(i16x8.extract_lane_u(below, 6)), 48);
}

/** The largest of eight 16-bit numbers. */
function largest(numbers: v128): i32 {
  let most = i16x8.max_s(
    numbers,
    i8x16.shuffle(numbers, numbers, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7),
  );
  most = i16x8.max_s(most, i8x16.shuffle(most, most, 4, 5, 6, 7, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3));
  return max(i16x8.extract_lane_s(most, 0), i16x8.extract_lane_s(most, 1));
}

function power(below: i32): f64 {
  const at = min(below, lastPower);
  const known = powers[at];
  return known !== 0 ? known : newPower(at);
}

function newPower(at: i32): f64 {
  const value = exp(-unit * at);
  powers[at] = value;
  return value;
}

function factor(before: i32, after: i32): f64 {
  return load<f64>(factors + ((<usize>(before * 8 + after)) << 3));
}

/** Backward pass over the run last given to forward(). */
export function backward(): void {
  const last = runLength - 1;
  for (let i = 0; i < TAG_COUNT; i++) setBeta(last, i, factor(i, 0) / endScale);
  for (let k = last - 1; k >= 0; k--) {
    const share = f64x2.splat(1 / scales[k + 1]);
    const weights = potentials + <usize>(k + 1) * ROW;
    const after = beta + <usize>(k + 1) * ROW;
    const n0 = f64x2.mul(f64x2.mul(v128.load(weights, 0), v128.load(after, 0)), share);
    const n1 = f64x2.mul(f64x2.mul(v128.load(weights, 16), v128.load(after, 16)), share);
    const n2 = f64x2.mul(f64x2.mul(v128.load(weights, 32), v128.load(after, 32)), share);
    const n3 = f64x2.mul(f64x2.mul(v128.load(weights, 48), v128.load(after, 48)), share);
    for (let i = 0; i < TAG_COUNT; i++) {
      const f = factors + <usize>i * ROW;
      const p0 = f64x2.mul(v128.load(f, 0), n0);
      const p1 = f64x2.mul(v128.load(f, 16), n1);
      const p2 = f64x2.mul(v128.load(f, 32), n2);
      setBeta(
        k,
        i,
        f64x2.extract_lane(p0, 0) +
          f64x2.extract_lane(p0, 1) +
          f64x2.extract_lane(p1, 0) +
          f64x2.extract_lane(p1, 1) +
          f64x2.extract_lane(p2, 0) +
          f64x2.extract_lane(p2, 1) +
          load<f64>(f, 48) * f64x2.extract_lane(n3, 0),
      );
    }
  }
}

function setBeta(k: i32, tag: i32, value: f64): void {
  store<f64>(beta + <usize>k * ROW + ((<usize>tag) << 3), value);
}

/** Writes each tag's probability at the tokens of the run, after both passes. */
export function readProbabilities(first: i32): void {
  for (let k = 0; k < runLength; k++)
    for (let tag = 0; tag < TAG_COUNT; tag++) {
      const at = <usize>k * ROW + ((<usize>tag) << 3);
      probabilities[(first + k) * TAG_COUNT + tag] = load<f64>(alpha + at) * load<f64>(beta + at);
    }
}

/**
 * The probability that a name of exactly these tokens and this type stands in the run last given to forward() and, unless the name ends with it,
 * backward(); tokens are counted from the run's first. The constrained forward sum over all tag sequences that hold the name (Culotta and
 * McCallum 2004).
 */
export function spanProbability(start: i32, end: i32, type: i32): f64 {
  const begin = beginOf(type);
  const inside = begin + 1;
  let value = load<f64>(alpha + <usize>start * ROW + ((<usize>begin) << 3));
  let last = begin;
  for (let k = start + 1; k < end; k++) {
    value *= (factor(last, inside) * potential(k, inside)) / scales[k];
    last = inside;
  }
  if (end === runLength) return (value * factor(last, 0)) / endScale;
  let rest: f64 = 0;
  for (let j = 0; j < TAG_COUNT; j++) {
    if (j === inside) continue;
    rest += factor(last, j) * potential(end, j) * load<f64>(beta + <usize>end * ROW + ((<usize>j) << 3));
  }
  return (value * rest) / scales[end];
}

function potential(k: i32, tag: i32): f64 {
  return load<f64>(potentials + <usize>k * ROW + ((<usize>tag) << 3));
}
