import type { Model } from 'wink-nlp';
import { KunyeError } from '../errors.js';
import { analyseText, type Resources } from '../pipeline.js';
import { ENTITY_TYPES } from '../types.js';
import { annotate, PARTS_OF_SPEECH, restoreText } from './annotate.js';
import { type CustomEntityConfig, EMPTY_MACHINE, type RawDoc, TOKEN_SIZE } from './contract.js';
import { patternEvent, patternMachine } from './custom.js';
import { splitter } from './splitter.js';
import { normOf, Vocabulary } from './vocabulary.js';

/** Names wink's tokenizer asks for; künye reads tokens itself, so one number for all is enough, but not 0: that is `unk`. */
const CATEGORIES = (
  'word wordRP emoji shortForm number url email mention hashtag emoticon time ordinal currency punctuation symbol ' +
  'tabCRLF apos alpha decade'
).split(' ');
const PATTERN_PROPERTIES = [...ENTITY_TYPES, ...PARTS_OF_SPEECH];
const NOWHERE = ['(?!)', ''] as const;

/**
 * Makes a Turkish model for wink-nlp 2.4. wink reads a text's raw pieces; at its first step that shows the document, sentence detection, künye
 * puts its own tokens, sentences and names in their place.
 * @param resources gives what recognition works with, when wink asks for the model first
 */
export function makeModel(resources: () => Resources): Model {
  let loaded: Resources | undefined;
  // wink asks for the parts of one instance in a row, `core` first.
  let instance: Instance;
  return {
    core: () => {
      loaded ??= resources();
      instance = new Instance(loaded);
      return instance.core();
    },
    featureFn: () => ({}),
    sbd: () => ({ machines: [], transformers: [], setter: instance.sentences }),
    ner: () => ({ machines: [EMPTY_MACHINE], transformers: [instance.checkPipe] }),
    negation: () => ({ machines: [EMPTY_MACHINE], setter: () => {} }),
    sa: () => ({ machines: [EMPTY_MACHINE], setter: () => {} }),
    pos: () => ({
      machines: [EMPTY_MACHINE],
      transformers: [instance.checkPipe],
      setter: () => {},
      updater: instance.renewNorms,
    }),
    metaCER: () => ({ machines: patternMachine(PATTERN_PROPERTIES), transformers: [instance.customEvent] }),
    addons: {
      stem: normOf,
      lemmatize: (norm: string) => norm,
      readabilityStats: () => {
        throw new KunyeError('USAGE', 'its.readabilityStats measures English; the Turkish model has no such measure');
      },
    },
  };
}

/** What belongs to one `winkNLP(model)`. */
class Instance {
  private readonly vocabulary = new Vocabulary();
  /** The document künye has annotated last. */
  private doc: RawDoc | undefined;

  constructor(private readonly resources: Resources) {}

  /** wink's core model. */
  core() {
    const { vocabulary } = this;
    const hash = Object.fromEntries(CATEGORIES.map((name, i) => [name, i + 1]));
    return {
      features: {
        ...vocabulary.asFeatures(),
        pos: { list: PARTS_OF_SPEECH },
        posClusters: { list: [] },
      },
      packing: vocabulary.packing,
      lexicon: vocabulary.lexicon,
      xpansions: [],
      tcat: { hash: { ...hash, unk: 0 } },
      preserve: { prefix: {}, suffix: {} },
      trex: {
        rtc: [],
        ltc: [],
        helpers: { splitter, anyWithRP: NOWHERE, anyWithLP: NOWHERE, LPanyRP: NOWHERE },
      },
    };
  }

  /** wink's sentence setter: the first step that is given the document. */
  readonly sentences = (_: null, doc: RawDoc): void => {
    annotate(doc, analyseText(restoreText(doc, this.vocabulary), this.resources), this.vocabulary);
    this.doc = doc;
  };

  /** A token's transformer that lets it pass; it only knows whether the step that makes tokens is in the pipe. */
  readonly checkPipe = <Event>(event: Event): Event => {
    if (!this.doc)
      throw new KunyeError(
        'USAGE',
        "the pipe lacks 'sbd': the Turkish model finds tokens, sentences and names in that step",
      );
    return event;
  };

  /** Part-of-speech updater: what custom entities compare are still the norms of the raw pieces; it puts the tokens' in their place. */
  readonly renewNorms = (_: unknown, __: unknown, ___: unknown, norms: number[]): void => {
    const { doc, vocabulary } = this;
    if (!doc) return;
    norms.length = 0;
    for (let i = 0; i < doc.tokens.length; i += TOKEN_SIZE) norms.push(vocabulary.normOf(doc.tokens[i]));
  };

  /** Custom entities' transformer. */
  readonly customEvent = (event: number | string, _: undefined, config: CustomEntityConfig, index: number): string =>
    patternEvent(event, config, index, PARTS_OF_SPEECH);
}
