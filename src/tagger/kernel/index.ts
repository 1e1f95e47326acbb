/** The tagger's kernel: what is reckoned with the numbers of a document, apart from its text. */

export { layout } from './arrays';
export {
  apostrophe,
  check,
  clues,
  findRuns,
  form,
  fresh,
  hash,
  list,
  listOpen,
  nameFrom,
  nameScore,
  names,
  nameTo,
  nameType,
  open,
  opens,
  probabilities,
  reserve,
  room,
  row,
  runEnd,
  runStart,
  sentence,
  suffix,
  tags,
  tailLength,
  tails,
  traits,
} from './columns';
export { clearFeatures, featureCount, hashes, templates } from './features';
export { factors, initField, transitions } from './field';
export { init, putJointFeatures, putTagFeatures, putWordFeatures } from './host';
export { beginLonely } from './lonely';
export { initEndings, learnFirstPass, readWords } from './memory';
export { filter, initModel, modelRows } from './model';
export { initPasses, probability, tag } from './passes';
export { ahead, beginWords, findRows, readMiddles, rows } from './words';
