import { findHits } from '../evidence/gazetteer.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { ClusterTable } from '../tagger/clusters.js';
import { TaggerDocument } from '../tagger/document.js';
import { FeatureBuffer } from '../tagger/feature-buffer.js';
import { beginOf, isInside, mayFollow, OUTSIDE, TAG_COUNT, typeOfTag } from '../tagger/tags.js';
import { Examples } from './examples.js';
import type { TaggedDocument } from './gold.js';
import type { Predictor } from './predictor.js';

/** The first pass over one document, by a model that has not seen it. */
export interface FirstPass {
  tags: Uint8Array;
  probabilities: Float32Array;
}

/**
 * Gold turned into examples, with the bookkeeping of which run stands where. The examples first hold all runs with the
 * features of the first pass; addSecondPass() appends them all again with the features of both.
 */
export class Material {
  readonly examples = new Examples();
  /** First run of each document, and after the last document the number of runs of a pass. */
  private readonly runsOf: number[] = [];
  /** The token of each position of the first pass. */
  private readonly tokens: number[] = [];
  private readonly document: TaggerDocument;
  private readonly buffer = new FeatureBuffer();

  constructor(
    readonly documents: readonly TaggedDocument[],
    clusters: ClusterTable | undefined,
    private readonly lexicons: readonly Lexicon[],
    wide: boolean,
  ) {
    this.document = new TaggerDocument(clusters, Number.POSITIVE_INFINITY, wide);
    for (const gold of documents) {
      this.runsOf.push(this.examples.runCount);
      this.addFirst(gold);
    }
    this.runsOf.push(this.examples.runCount);
  }

  /** Runs of one pass over all documents. */
  get runCount(): number {
    return this.runsOf[this.documents.length];
  }

  /** The share of the gold's name tokens that no position stands for. */
  get closedShare(): number {
    const names = this.documents.reduce((sum, { tags }) => sum + tags.filter((tag) => tag !== OUTSIDE).length, 0);
    let open = 0;
    for (let run = 0; run < this.runCount; run++) {
      for (let p = this.examples.runs[run]; p < this.examples.runs[run + 1]; p++)
        if (this.examples.gold[p] !== OUTSIDE) open++;
    }
    return names === 0 ? 0 : 1 - open / names;
  }

  /** The runs of the chosen documents, of the first pass (0) or the second (1). */
  runs(chosen: (document: number) => boolean, pass: 0 | 1): number[] {
    const runs: number[] = [];
    this.documents.forEach((_, d) => {
      if (chosen(d))
        for (let run = this.runsOf[d]; run < this.runsOf[d + 1]; run++) runs.push(run + pass * this.runCount);
    });
    return runs;
  }

  /** Tags a document by what was learned, with the features of the first pass (0) or of both (1). */
  predict(d: number, pass: 0 | 1, predictor: Predictor): FirstPass {
    const { length } = this.documents[d].table;
    const tags = new Uint8Array(length);
    const probabilities = new Float32Array(length * TAG_COUNT);
    for (let run = this.runsOf[d]; run < this.runsOf[d + 1]; run++) {
      const count = predictor.run(this.examples, run + pass * this.runCount);
      const from = this.examples.runs[run];
      for (let t = 0; t < count; t++) {
        const token = this.tokens[from + t];
        tags[token] = predictor.tags[t];
        probabilities.set(predictor.probabilities.subarray(t * TAG_COUNT, (t + 1) * TAG_COUNT), token * TAG_COUNT);
      }
    }
    return { tags, probabilities };
  }

  /** Appends all runs again with the features of both passes; documents without a first pass get none of the second. */
  addSecondPass(passes: readonly (FirstPass | undefined)[]): void {
    const { examples, document, buffer } = this;
    this.documents.forEach(({ table }, d) => {
      const pass = passes[d];
      if (pass) {
        document.prepare(table, findHits(table, this.lexicons));
        document.columns.tags.set(pass.tags);
        document.columns.probabilities.set(pass.probabilities);
        document.learnFirstPass();
      }
      for (let run = this.runsOf[d]; run < this.runsOf[d + 1]; run++) {
        for (let p = examples.runs[run]; p < examples.runs[run + 1]; p++) {
          buffer.count = 0;
          for (let k = examples.starts[p]; k < examples.starts[p + 1]; k++)
            buffer.hashes[buffer.count++] = examples.features[k];
          if (pass) document.putTagFeatures(this.tokens[p], buffer);
          examples.addPosition(buffer.hashes, buffer.count, examples.gold[p]);
        }
        examples.endRun(examples.weights[run]);
      }
    });
  }

  private addFirst({ table, tags, weight }: TaggedDocument): void {
    const { document, buffer, examples } = this;
    document.prepare(table, findHits(table, this.lexicons));
    document.eachRun(table, (from, length) => {
      let before = OUTSIDE;
      for (let i = from; i < from + length; i++) {
        buffer.count = 0;
        document.putWordFeatures(i, buffer);
        document.putJointFeatures(i, buffer);
        // A name whose first tokens are closed begins where the run does.
        const tag = isInside(tags[i]) && !mayFollow(before, tags[i]) ? beginOf(typeOfTag(tags[i])) : tags[i];
        examples.addPosition(buffer.hashes, buffer.count, tag);
        this.tokens.push(i);
        before = tag;
      }
      examples.endRun(weight);
    });
  }
}
