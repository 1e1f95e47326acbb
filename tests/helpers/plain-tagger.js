import { Crf } from '../../dist/tagger/crf.js';
import { TaggerDocument } from '../../dist/tagger/document.js';
import { FeatureBuffer } from '../../dist/tagger/feature-buffer.js';
import { beginOf, insideOf, OUTSIDE, TAG_COUNT, TAG_TYPES, typeOfTag } from '../../dist/tagger/tags.js';

/** A log score that rules a tag out. */
const NEVER = -1e6;
/** Runs whose single words speak more strongly than this against a name are closed. */
const UNLIKELY = -1;

/**
 * The tagger in the plain way: every feature of every open token looked up by itself, both passes over all runs, no sum kept, no run left out for
 * having no name, no vectors. What the kernel does must be the same.
 */
export class PlainTagger {
  constructor(model) {
    this.model = model;
    this.crf = new Crf(model.transitions);
  }

  tag(table, hits) {
    // Of one document, with room for next to no words: nothing is left from the one before.
    this.document = new TaggerDocument(this.model.clusters, 1, this.model.wide, 2);
    const { document, model } = this;
    document.prepare(table, hits);
    this.emissions = new Float64Array(table.length * TAG_COUNT);
    this.emit((i, features) => document.putWordFeatures(i, features));
    if (!model.wide) this.closeUnlikely(table);
    this.emit((i, features) => document.putJointFeatures(i, features));
    this.firstPass(table);
    this.emit((i, features) => document.putTagFeatures(i, features));
    const names = [];
    document.eachRun(table, (first, length) => names.push(...this.names(first, length)));
    return names;
  }

  /** The raw probability of a name of a run: of all tag sequences, those that hold it. */
  spanProbability(first, length, { from, to, type }) {
    const { crf } = this;
    const run = this.emissions.slice(first * TAG_COUNT, (first + length) * TAG_COUNT);
    crf.forward(run, 0, length);
    const all = crf.logSum();
    const keep = (i, tags) => {
      for (let tag = 0; tag < TAG_COUNT; tag++) if (!tags(tag)) run[(i - first) * TAG_COUNT + tag] = NEVER;
    };
    for (let i = from; i < to; i++) keep(i, (tag) => tag === (i === from ? beginOf(type) : insideOf(type)));
    if (to < first + length) keep(to, (tag) => tag !== insideOf(type));
    crf.forward(run, 0, length);
    return Math.exp(crf.logSum() - all);
  }

  emit(put) {
    const { document, model } = this;
    const { opens } = document.columns;
    for (let k = 0; k < document.openCount; k++) {
      const features = new FeatureBuffer();
      put(opens[k], features);
      for (let tag = 1; tag < TAG_COUNT; tag++) {
        let sum = 0;
        for (let n = 0; n < features.count; n++)
          sum += Math.round(model.weightOf(features.hashes[n], tag) / model.scale);
        const at = opens[k] * TAG_COUNT + tag;
        this.emissions[at] = model.scale * (Math.round(this.emissions[at] / model.scale) + sum);
      }
    }
  }

  closeUnlikely(table) {
    const { document } = this;
    const { names, opens, open } = document.columns;
    const stay = [];
    document.eachRun(table, (first, length) => {
      const tokens = Array.from({ length }, (_, k) => first + k);
      const isUnlikely = (i) =>
        names[i] === 0 &&
        this.emissions.subarray(i * TAG_COUNT + 1, (i + 1) * TAG_COUNT).every((score) => score < UNLIKELY);
      if (tokens.every(isUnlikely)) open.fill(0, first, first + length);
      else stay.push(...tokens);
    });
    opens.set(stay);
    document.openCount = stay.length;
  }

  firstPass(table) {
    const { document, crf, emissions } = this;
    const { tags, probabilities } = document.columns;
    tags.fill(OUTSIDE, 0, table.length);
    document.eachRun(table, (first, length) => {
      crf.decode(emissions, first, length, tags);
      crf.forward(emissions, first, length);
      crf.backward();
      for (let k = 0; k < length * TAG_COUNT; k++) probabilities[first * TAG_COUNT + k] = crf.alpha[k] * crf.beta[k];
    });
    document.learnFirstPass();
  }

  names(first, length) {
    const tags = new Uint8Array(first + length);
    this.crf.decode(this.emissions, first, length, tags);
    const names = [];
    for (let from = first; from < first + length; from++) {
      if (tags[from] === OUTSIDE) continue;
      const type = typeOfTag(tags[from]);
      let to = from + 1;
      while (tags[to] === tags[from] + 1) to++;
      const score = this.model.calibrate(this.spanProbability(first, length, { from, to, type }));
      names.push({ from, to, type: TAG_TYPES[type], score });
      from = to - 1;
    }
    return names;
  }
}
