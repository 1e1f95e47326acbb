import type { Lexicon } from '../lexicon/lexicon.js';
import type { ClusterTable } from '../tagger/clusters.js';
import { CALIBRATION_SIZE, writeModel } from '../tagger/model.js';
import { OUTSIDE, TAG_COUNT } from '../tagger/tags.js';
import { Calibrator } from './calibrate.js';
import { degradedCopies } from './degrade.js';
import { namesOf, type TaggedDocument } from './gold.js';
import { type LearnOptions, learn, type Weights } from './learn.js';
import { type FirstPass, Material } from './material.js';
import { Predictor } from './predictor.js';
import { Random } from './random.js';

/** How a model is trained; every default is the one the shipped model was trained with. */
export interface TrainOptions extends Partial<Omit<LearnOptions, 'seed' | 'onEpoch'>> {
  /** Equal seeds and equal gold give equal bytes. */
  seed?: number;
  /** Parts of the gold that take turns in being tagged by a model that has not seen them. */
  folds?: number;
  /** Slots of the model's feature table, a power of two: 8 bytes each. */
  slots?: number;
  /** Told of every step. */
  onProgress?: (progress: TrainProgress) => void;
}

/** One step of a training. */
export interface TrainProgress {
  /** `fold 1/4`, ..., `model`. */
  stage: string;
  epoch: number;
  epochs: number;
  /** Mean negative log-likelihood a run of open tokens. */
  loss: number;
}

/** The learning defaults, chosen by cross-validation; docs/accuracy.md has the figures. */
export const LEARN_DEFAULTS = {
  epochs: 8,
  rate: 0.03,
  l2: 5e-4,
  l1: 0,
  cutoff: 1,
  dropout: 0.4,
  averaged: 4,
} as const;
/**
 * How much less likely, in log-odds a token, O is made than it was learned to be: likelihood leaves more names out than it invents, and on
 * held-out gold this evens the two out. Models with every token open are even without it.
 */
const NAME_BONUS = 0.4;
const FOLDS = 4;
const SLOTS = 1 << 19;
/** Gold that has more of its name tokens where names are not looked for is learned with every token open. */
const MOST_CLOSED = 0.02;
const DEGRADED = { upper: 0.04, lower: 0.03, lossy: 0.05 } as const;

/** What a training works with beside the gold. */
export interface TrainResources {
  /** Word clusters, of learnClusters() or of another model; the model will hold them. */
  clusters: ClusterTable;
  lexicons: readonly Lexicon[];
}

/** What a training gives. */
export interface Trained {
  /** The model file. */
  model: Uint8Array;
  /** Features learned, before the rarest and lightest were left out. */
  features: number;
  /** Tokens and names of the gold. */
  tokens: number;
  names: number;
}

/**
 * Trains a model. The documents are cut into folds and each is tagged by a model of the others; what these first passes
 * say of a document's words becomes features of its second pass, and how often they are right becomes the calibration.
 * The final weights are learned from both passes over all documents at once.
 */
export function train(gold: readonly TaggedDocument[], resources: TrainResources, options: TrainOptions = {}): Trained {
  const seed = options.seed ?? 1;
  const folds = Math.min(options.folds ?? FOLDS, gold.length);
  const documents = [...gold, ...degradedCopies(gold, DEGRADED, new Random(seed))];
  let material = new Material(documents, resources.clusters, resources.lexicons, false);
  const wide = material.closedShare > MOST_CLOSED;
  if (wide) material = new Material(documents, resources.clusters, resources.lexicons, true);
  const learnStage = (stage: string, runs: number[]): Weights => {
    const settings: LearnOptions = { ...LEARN_DEFAULTS, ...definedOnly(options), seed };
    settings.onEpoch = (epoch, loss) => options.onProgress?.({ stage, epoch, epochs: settings.epochs, loss });
    const weights = learn(material.examples, Int32Array.from(runs), settings);
    return wide ? weights : withNameBonus(weights);
  };
  const calibrator = new Calibrator(CALIBRATION_SIZE);
  const passes: FirstPass[] = [];
  for (let fold = 0; fold < folds && folds > 1; fold++) {
    // Copies stand behind the gold; they are learned from with all others and may hold a sentence of the fold's gold.
    const inFold = (d: number) => d % folds === fold;
    const predictor = new Predictor(
      learnStage(
        `fold ${fold + 1}/${folds}`,
        material.runs((d) => !inFold(d) && d < gold.length, 0),
      ),
    );
    documents.forEach((document, d) => {
      if (!inFold(d)) return;
      passes[d] = material.predict(d, 0, predictor);
      if (d < gold.length) calibrator.add(document.tags, passes[d]);
    });
  }
  material.addSecondPass(passes);
  const all = () => true;
  const weights = learnStage('model', [...material.runs(all, 0), ...material.runs(all, 1)]);
  return {
    model: writeModel(
      { ...weights, wide, clusters: resources.clusters, calibration: calibrator.table() },
      options.slots ?? SLOTS,
    ),
    features: weights.hashes.length,
    tokens: gold.reduce((sum, { table }) => sum + table.length, 0),
    names: gold.reduce((sum, { tags }) => sum + namesOf(tags).length, 0),
  };
}

/** Makes every step to O less likely. */
function withNameBonus(weights: Weights): Weights {
  for (let before = 0; before < TAG_COUNT; before++) weights.transitions[before * TAG_COUNT + OUTSIDE] -= NAME_BONUS;
  return weights;
}

/** Leaves out what was not given, so that it does not hide a default. */
function definedOnly<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}
