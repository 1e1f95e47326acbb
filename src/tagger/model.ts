import { KunyeError } from '../errors.js';
import { ClusterTable } from './clusters.js';
import { TAG_COUNT } from './tags.js';

/**
 * The model file: one flat little-endian binary, read in place through typed arrays. All sections start at multiples of 4.
 *
 *   header       HEADER_WORDS 32-bit words, see Header
 *   transitions  TAG_COUNT squared floats
 *   calibration  CALIBRATION_SIZE floats: the share of right names at each step of the raw score
 *   levels       two 16-bit tables of MAX 4096: the middle and the coarse group of each word cluster
 *   checks       a word a slot: second hash of a clustered word
 *   entries      a word a slot: its packed entry (see ClusterTable)
 *   rows         8 bytes a slot: 16 bits that confirm a feature, then its weights for the tags other than O
 *   filter       8 bits a slot: a bit set of the features' hashes, which answers for most features the model does not hold;
 *                models of before have none
 */
const MAGIC = 0x4d594e4b; // "KNYM"

/** Version of the layout and of the features' meaning: a model of another version is refused. */
export const MODEL_VERSION = 2;

const HEADER_WORDS = 16;
const Header = {
  Magic: 0,
  Version: 1,
  Checksum: 2,
  Bytes: 3,
  RowSlots: 4,
  ClusterSlots: 5,
  Clusters: 6,
  /** The weights' unit, as a float. */
  Scale: 7,
  /** 1 when there is a filter. */
  Filter: 8,
  /** 1 when every token may belong to a name. */
  Wide: 9,
} as const;

/** Weights a row: O is the tag the others are measured against. */
const ROW_WEIGHTS = TAG_COUNT - 1;
const ROW_BYTES = 8;

/** Steps of the calibration table. */
export const CALIBRATION_SIZE = 32;

/** Fullest part of the feature table: fuller tables make misses, the common case, slow. */
const LOAD = 0.72;
const LARGEST_WEIGHT = 127;

/** What a model file is made of. */
export interface ModelParts {
  /** Hashed features and TAG_COUNT weights for each. */
  hashes: Int32Array;
  values: Float32Array;
  /** How often each feature was seen in training. */
  counts: Int32Array;
  transitions: Float32Array;
  clusters: ClusterTable;
  calibration: Float32Array;
  /** Whether every token may belong to a name, not only those that openTokens() picks. */
  wide: boolean;
}

/** The trained tagger's numbers, immutable and safe to share. */
export class TaggerModel {
  readonly transitions: Float32Array;
  readonly clusters: ClusterTable;
  /** Whether every token may belong to a name. */
  readonly wide: boolean;
  private readonly calibration: Float32Array;
  /** The weights' unit: an emission is this times the sum of its features' weights. */
  readonly scale: number;
  /** Two words a row: check and the first two weights, the other four. The number of rows is a power of two. */
  readonly rows: Int32Array;
  /** The same, byte by byte. */
  private readonly weights: Int8Array;
  private readonly mask: number;
  /** A bit set of the features' hashes. */
  readonly filter: Int32Array;

  /**
   * Opens a model in place; `bytes` must stay unchanged.
   * @param source where the bytes come from, for messages
   * @param trusted true for the model of the package itself: its checksum is not worked out again
   * @throws KunyeError MODEL_INVALID when the bytes are no model, damaged, or of another version
   */
  constructor(bytes: Uint8Array, source: string, trusted = false) {
    // A copy, by the constructor: the slice of a Buffer would be the same unaligned memory again.
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
    const problem = findProblem(words, aligned.byteLength, trusted);
    if (problem) throw new KunyeError('MODEL_INVALID', problem, { file: source });
    const layout = layoutOf(words[Header.RowSlots], words[Header.ClusterSlots], words[Header.Clusters]);
    const filterWords = words[Header.RowSlots] / 4;
    const { buffer, byteOffset } = aligned;
    const clusters = words[Header.Clusters];
    const slots = words[Header.ClusterSlots];
    this.scale = new Float32Array(buffer, byteOffset, HEADER_WORDS)[Header.Scale];
    this.transitions = new Float32Array(buffer, byteOffset + layout.transitions, TAG_COUNT * TAG_COUNT);
    this.calibration = new Float32Array(buffer, byteOffset + layout.calibration, CALIBRATION_SIZE);
    const level = (k: number) =>
      new Uint16Array(buffer, byteOffset + layout.levels + k * levelBytes(clusters), clusters);
    this.clusters = new ClusterTable(
      new Int32Array(buffer, byteOffset + layout.checks, slots),
      new Int32Array(buffer, byteOffset + layout.entries, slots),
      [level(0), level(1)],
    );
    this.wide = words[Header.Wide] === 1;
    this.mask = words[Header.RowSlots] - 1;
    this.filter =
      words[Header.Filter] === 1 ? new Int32Array(buffer, byteOffset + layout.filter, filterWords) : Int32Array.of(-1);
    this.rows = new Int32Array(buffer, byteOffset + layout.rows, words[Header.RowSlots] * 2);
    this.weights = new Int8Array(buffer, byteOffset + layout.rows, words[Header.RowSlots] * ROW_BYTES);
  }

  /** How far one feature moves a tag other than O against O, in log-odds. */
  weightOf(hash: number, tag: number): number {
    const { rows, mask, weights, filter } = this;
    if (((filter[(hash >>> 5) & (filter.length - 1)] >>> (hash & 31)) & 1) === 0) return 0;
    const check = checkOf(hash);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = rows[slot * 2] & 0xffff;
      if (found === 0) return 0;
      if (found === check) return this.scale * weights[slot * ROW_BYTES + 1 + tag];
    }
  }

  /** Turns a name's raw score, the random field's probability, into the share of such names that are right. */
  calibrate(probability: number): number {
    const at = Math.min(Math.max(probability, 0), 1) * (CALIBRATION_SIZE - 1);
    const low = Math.min(Math.floor(at), CALIBRATION_SIZE - 2);
    const { calibration } = this;
    return calibration[low] + (at - low) * (calibration[low + 1] - calibration[low]);
  }
}

/** Writes a model file; the rows that matter least are left out when there are more than `slots` hold. */
export function writeModel(parts: ModelParts, slots: number): Uint8Array {
  const { checks, entries, levels } = parts.clusters;
  const clusters = levels[0].length;
  const layout = layoutOf(slots, checks.length, clusters);
  const bytes = new Uint8Array(layout.bytes);
  const words = new Int32Array(bytes.buffer);
  const floats = new Float32Array(bytes.buffer);
  floats.set(parts.transitions, layout.transitions / 4);
  floats.set(parts.calibration, layout.calibration / 4);
  levels.forEach((level, k) => {
    new Uint16Array(bytes.buffer, layout.levels + k * levelBytes(clusters), clusters).set(level);
  });
  words.set(checks, layout.checks / 4);
  words.set(entries, layout.entries / 4);
  const filter = words.subarray(layout.filter / 4);
  floats[Header.Scale] = writeRows(parts, bytes, layout.rows, filter, slots);
  words[Header.Filter] = 1;
  words[Header.Wide] = parts.wide ? 1 : 0;
  words[Header.Magic] = MAGIC;
  words[Header.Version] = MODEL_VERSION;
  words[Header.Bytes] = layout.bytes;
  words[Header.RowSlots] = slots;
  words[Header.ClusterSlots] = checks.length;
  words[Header.Clusters] = clusters;
  words[Header.Checksum] = checksum(words);
  return bytes;
}

/** Fills the feature table and its filter, heaviest features first, and returns the weights' unit. */
function writeRows(
  { hashes, values, counts }: ModelParts,
  bytes: Uint8Array,
  from: number,
  filter: Int32Array,
  slots: number,
): number {
  const relative = new Float32Array(hashes.length * ROW_WEIGHTS);
  let largest = 0;
  // What a frequent feature says is missed more often than what a rare one says, even if it says less.
  const heft = new Float32Array(hashes.length);
  for (let f = 0; f < hashes.length; f++) {
    for (let k = 0; k < ROW_WEIGHTS; k++) {
      const weight = values[f * TAG_COUNT + 1 + k] - values[f * TAG_COUNT];
      relative[f * ROW_WEIGHTS + k] = weight;
      heft[f] = Math.max(heft[f], Math.abs(weight));
    }
    largest = Math.max(largest, heft[f]);
    heft[f] *= counts[f] ** 0.25;
  }
  const order = Array.from(hashes.keys()).sort((a, b) => heft[b] - heft[a] || hashes[a] - hashes[b]);
  const scale = (largest || 1) / LARGEST_WEIGHT;
  const checks = new Uint16Array(bytes.buffer, from, slots * 4);
  const weights = new Int8Array(bytes.buffer, from, slots * ROW_BYTES);
  for (const f of order.slice(0, Math.floor(slots * LOAD))) {
    let slot = hashes[f] & (slots - 1);
    while (checks[slot * 4] !== 0) slot = (slot + 1) & (slots - 1);
    checks[slot * 4] = checkOf(hashes[f]);
    filter[(hashes[f] >>> 5) & (filter.length - 1)] |= 1 << (hashes[f] & 31);
    for (let k = 0; k < ROW_WEIGHTS; k++) {
      weights[slot * ROW_BYTES + 2 + k] = Math.round(relative[f * ROW_WEIGHTS + k] / scale);
    }
  }
  return scale;
}

/** The 16 bits that confirm a feature; 0 marks a free row. */
function checkOf(hash: number): number {
  return hash >>> 16 || 1;
}

function levelBytes(clusters: number): number {
  return (clusters * 2 + 3) & ~3;
}

function layoutOf(rowSlots: number, clusterSlots: number, clusters: number) {
  const transitions = HEADER_WORDS * 4;
  const calibration = transitions + TAG_COUNT * TAG_COUNT * 4;
  const levels = calibration + CALIBRATION_SIZE * 4;
  const checks = levels + 2 * levelBytes(clusters);
  const entries = checks + clusterSlots * 4;
  const rows = entries + clusterSlots * 4;
  const filter = rows + rowSlots * ROW_BYTES;
  return { transitions, calibration, levels, checks, entries, rows, filter, bytes: filter + rowSlots };
}

function findProblem(words: Int32Array, byteLength: number, trusted: boolean): string | undefined {
  if (words.length < HEADER_WORDS || words[Header.Magic] !== MAGIC)
    return 'not a tagger model; right would be a file made by `kunye train`';
  if (words[Header.Version] !== MODEL_VERSION) {
    return `a tagger model of version ${words[Header.Version]}; this künye reads version ${MODEL_VERSION}: train it again`;
  }
  if (words[Header.Bytes] !== byteLength)
    return `tagger model cut short: ${byteLength} bytes of ${words[Header.Bytes]}`;
  if (!trusted && words[Header.Checksum] !== checksum(words)) return 'tagger model damaged (checksum differs)';
  return undefined;
}

/** Checksum of all but itself: a fast mix in four lanes, to tell damaged files, not attackers. */
function checksum(words: Int32Array): number {
  let a = words[Header.Magic];
  let b = words[Header.Version];
  let c = 0;
  let d = 0;
  let i = Header.Checksum + 1;
  for (; i + 4 <= words.length; i += 4) {
    a = Math.imul(a ^ words[i], 0x01000193);
    b = Math.imul(b ^ words[i + 1], 0x01000193);
    c = Math.imul(c ^ words[i + 2], 0x01000193);
    d = Math.imul(d ^ words[i + 3], 0x01000193);
  }
  for (; i < words.length; i++) a = Math.imul(a ^ words[i], 0x01000193);
  return a ^ (b << 8) ^ (b >>> 24) ^ (c << 16) ^ (c >>> 16) ^ d;
}
