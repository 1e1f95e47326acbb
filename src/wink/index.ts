import type { Model } from 'wink-nlp';
import { type LoadOptions, readParts } from '../load/kunye.js';
import { openResources } from '../resources.js';
import { makeModel } from './model.js';

export type { ListEntry, NameList } from '../resources.js';
export type { LoadOptions };

/**
 * Makes a Turkish language model for wink-nlp 2.4 with lists or a tagger of your own. It loads when `winkNLP(model)` is called.
 * @throws KunyeError (from `winkNLP(model)`) as `Kunye.load` does
 */
export function winkModel(options: LoadOptions = {}): Model {
  return makeModel(() => openResources(readParts(options)));
}

/** The Turkish language model for wink-nlp 2.4 with what künye ships: `winkNLP(model)`. */
const model: Model = winkModel();
export default model;
