import { LONGEST_NAME } from '../dist/evidence/choose.js';
import { explainAnalysis } from '../dist/explain.js';
import { analyseText } from '../dist/pipeline.js';
import { resourcesOf } from './helpers/lexicon.js';
import { testRows } from './helpers/rows.js';

const analysis = analyseText('kar '.repeat(60), resourcesOf([]));

/** The verdict on a candidate of so many words that was not chosen. */
function verdictOn(to, score) {
  const candidate = { from: 0, to, type: 'ORG', score, evidence: [], certain: false, tagged: true };
  return explainAnalysis({ ...analysis, candidates: [candidate] })[0].verdict;
}

testRows(
  'why a candidate was dropped',
  [
    [LONGEST_NAME + 1, 0.9, `dropped: longer than ${LONGEST_NAME} words`, 'a word too many'],
    [LONGEST_NAME, 0.9, 'dropped: more likely no name, says the tagger', 'no word too many: something else it was'],
    [LONGEST_NAME + 1, 0.1, 'dropped: score below 0.5', 'too unsure, however long'],
  ],
  verdictOn,
);
