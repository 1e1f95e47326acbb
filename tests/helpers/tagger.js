import { ClusterTable } from '../../dist/tagger/clusters.js';
import { tableOfTokens } from '../../dist/tokenize/tokenizer.js';
import { train } from '../../dist/train/train.js';
import { lexiconOf } from './lexicon.js';

const TAGS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG'];

/** A training document from `word/TAG` sentences; words without a tag are O. */
export function taggedDocument(...sentences) {
  const rows = sentences.map((sentence) => sentence.split(' ').map((part) => part.split('/')));
  return {
    table: tableOfTokens(rows.map((row) => row.map(([word]) => word))),
    tags: Uint8Array.from(rows.flat(), ([, tag]) => (tag ? TAGS.indexOf(tag) : 0)),
  };
}

const PEOPLE = ['Ali Kaya', 'Ayşe Demir', 'Mehmet Tunç', 'Zeynep Aslan', 'Hasan Yurt'];
const PLACES = ['Ankara', 'Bursa', 'Konya', 'Sivas', 'Hatay'];

/** Small made-up gold, enough to learn that people speak and that one goes to places. */
export function smallGold() {
  return PEOPLE.flatMap((person, i) =>
    PLACES.map((place, k) => {
      const [given, surname] = person.split(' ');
      const first = `${given}/B-PER ${surname}/I-PER dün ${place}'ya/B-LOC gitti .`;
      return taggedDocument(first, (i + k) % 2 ? `${surname}/B-PER konuştu .` : 'Herkes dinledi .');
    }),
  );
}

export const smallLexicon = () => lexiconOf(['Ankara ; LOC', 'Bursa ; LOC', 'Ali ; GIVEN'], {}, 'kucuk.tsv');

/** Trains on the small gold; the same every time. */
export function smallModel(options = {}) {
  return train(
    smallGold(),
    { clusters: ClusterTable.empty(), lexicons: [smallLexicon()] },
    { slots: 1 << 14, ...options },
  );
}
