import type { Hits } from '../evidence/hits.js';
import type { EntityType, TokenTable } from '../types.js';
import { Crf } from './crf.js';
import { describeFeature } from './describe.js';
import { TaggerDocument } from './document.js';
import { FeatureBuffer } from './feature-buffer.js';
import { addressOf, intsOf } from './kernel.js';
import type { TaggerModel } from './model.js';
import { beginOf, insideOf, TAG_COUNT, TAG_TYPES } from './tags.js';

/** A name the tagger found: tokens [from, to). */
export interface TaggedName {
  from: number;
  to: number;
  type: EntityType;
  /** The calibrated probability that exactly this name stands here. */
  score: number;
}

/** One feature's part in a decision. */
export interface Reason {
  detail: string;
  weight: number;
}

/**
 * Runs of unlisted tokens whose single words, theirs and those around them, all speak more strongly than this against every tag of a name, in
 * log-odds, are closed; docs/accuracy.md says what it costs.
 */
const UNLIKELY = -1;

/** The lowest sum of weights there is. */
const LOWEST = -0x8000;

/** Log scores so far below the best are all taken for as small. */
const SMALLEST_POWER = 300;

/** Words whose scores are kept from document to document. */
const CACHED_WORDS = 120_000;

/**
 * Finds names with a trained model, in two passes over a document: the second knows how the first tagged each word
 * elsewhere in it, and adds to the first one's emissions. Holds work space that is reused: one object serves one thread.
 */
export class Tagger {
  private readonly document: TaggerDocument;

  /** @param thorough for training: leaves no token out because it is {@link UNLIKELY} */
  constructor(
    private readonly model: TaggerModel,
    thorough = false,
  ) {
    this.document = new TaggerDocument(model.clusters, CACHED_WORDS, model.wide);
    this.give(thorough || model.wide ? LOWEST : UNLIKELY / model.scale);
  }

  /** The names of a document, in text order. */
  tag(table: TokenTable, hits: Hits): TaggedName[] {
    const { document, model } = this;
    document.prepare(table, hits);
    const count = document.tag();
    const { nameFrom, nameTo, nameType, nameScore } = document.columns;
    const names: TaggedName[] = [];
    for (let n = 0; n < count; n++)
      names.push({
        from: nameFrom[n],
        to: nameTo[n],
        type: TAG_TYPES[nameType[n]],
        score: model.calibrate(nameScore[n]),
      });
    return names;
  }

  /**
   * What spoke for and against a name of the document tagged last, the weightiest first: for each feature of its tokens,
   * how far it moves the name's tags against O, in log-odds.
   */
  reasons(table: TokenTable, { from, to, type }: Pick<TaggedName, 'from' | 'to' | 'type'>, most: number): Reason[] {
    const { document, model } = this;
    const features = new FeatureBuffer();
    const number = TAG_TYPES.indexOf(type);
    const sums = new Map<string, number>();
    for (let i = from; i < to; i++) {
      const tag = i === from ? beginOf(number) : insideOf(number);
      features.count = 0;
      document.putWordFeatures(i, features);
      document.putJointFeatures(i, features);
      document.putTagFeatures(i, features);
      for (let k = 0; k < features.count; k++) {
        const detail = describeFeature(table, document.columns, i, features.templates[k]);
        sums.set(detail, (sums.get(detail) ?? 0) + model.weightOf(features.hashes[k], tag));
      }
    }
    return [...sums]
      .map(([detail, weight]) => ({ detail, weight }))
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, most);
  }

  /** The calibrated probability of a name in the document tagged last, whether it was found or not. */
  probability({ from, to, type }: Pick<TaggedName, 'from' | 'to' | 'type'>): number {
    const score = this.document.kernel.probability(from, to, TAG_TYPES.indexOf(type));
    return score < 0 ? 0 : this.model.calibrate(score);
  }

  /** Gives the kernel the model. */
  private give(unlikely: number): void {
    const { model } = this;
    const { kernel } = this.document;
    const { rows, filter, scale, transitions } = model;
    kernel.initModel(rows.length / 2, filter.length);
    intsOf(kernel, 'modelRows', rows.length).set(rows);
    intsOf(kernel, 'filter', filter.length).set(filter);
    const crf = new Crf(transitions);
    kernel.initField(scale, Math.ceil(SMALLEST_POWER / scale) + 1);
    this.fillRows('transitions', crf.transitions, Number.NEGATIVE_INFINITY);
    this.fillRows('factors', crf.factors, 0);
    // Sums are whole: below a limit is below the next whole number.
    kernel.initPasses(wholeLimit(-crf.bonus / scale), wholeLimit(unlikely));
  }

  /** Writes a number for each pair of tags into a table of the kernel, eight numbers a row. */
  private fillRows(table: string, numbers: ArrayLike<number>, last: number): void {
    const { kernel } = this.document;
    const rows = new Float64Array(kernel.memory.buffer, addressOf(kernel, table), 8 * TAG_COUNT);
    for (let at = 0; at < rows.length; at++)
      rows[at] = at % 8 < TAG_COUNT ? numbers[(at >> 3) * TAG_COUNT + (at % 8)] : last;
  }
}

/** The least whole number not below a limit, as far as sums reach. */
function wholeLimit(limit: number): number {
  return Math.min(Math.max(Math.ceil(limit), LOWEST), -LOWEST - 1);
}
