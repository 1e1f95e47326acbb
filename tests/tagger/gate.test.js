import { findHits } from '../../dist/evidence/gazetteer.js';
import { ClusterTable, packEntry } from '../../dist/tagger/clusters.js';
import { TaggerDocument } from '../../dist/tagger/document.js';
import { FeatureBuffer } from '../../dist/tagger/feature-buffer.js';
import { WINDOW } from '../../dist/tagger/layout.js';
import { CALIBRATION_SIZE, TaggerModel, writeModel } from '../../dist/tagger/model.js';
import { Tagger } from '../../dist/tagger/tagger.js';
import { TAG_COUNT } from '../../dist/tagger/tags.js';
import { WORD_BLOCK, WordTemplate } from '../../dist/tagger/templates.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { lexiconOf } from '../helpers/lexicon.js';
import { testRows } from '../helpers/rows.js';

/** A cluster table that knows one word, which raw text always writes with a capital. */
function clustersWith(word) {
  const table = tokenize(word);
  const checks = new Int32Array(8);
  const entries = new Int32Array(8);
  checks[table.hash[0] & 7] = table.check[0];
  entries[table.hash[0] & 7] = packEntry(1, 0, 7, 3);
  return new ClusterTable(checks, entries, [Uint16Array.of(0, 0), Uint16Array.of(0, 0)]);
}

/** The tokens that may belong to a name. */
function openWords(text, wide = false) {
  const table = tokenize(text);
  const document = new TaggerDocument(clustersWith('twitter'), 1000, wide);
  document.prepare(table, findHits(table, [lexiconOf(['Ankara ; LOC', 'Ölçme, Seçme Kurumu ; ORG'])]));
  const open = [];
  for (let i = 0; i < table.length; i++)
    if (document.columns.open[i]) open.push(text.slice(table.start[i], table.end[i]));
  return open.join(' ');
}

testRows(
  'tokens that may belong to a name',
  [
    ["Dün Ankara'ya gitti , döndü", "Dün Ankara'ya", 'words with a capital'],
    ['Tarım ve Orman Bakanlığı kararı', 'Tarım ve Orman Bakanlığı', 'small words between two capitals'],
    ["Dün pek uzun süren yoldan isveç'e gitti", "Dün isveç'e", 'a small word with an apostrophe suffix'],
    [
      'Dün pek uzun süren yazıyı twitter üzerinden okudu',
      'Dün twitter',
      'a small word that is always written with a capital',
    ],
    ['Dün pek uzun süren operasyonda bin Ladin bulundu', 'Dün bin Ladin', 'a particle before a capital'],
    ['Geçen haftaki pek uzun süren maçta 1461 Trabzon kazandı', 'Geçen 1461 Trabzon', 'a number before a capital'],
    [
      'Dün pek uzun süren toplantıya Ceal üster katıldı',
      'Dün Ceal üster',
      'a word that may have lost its capital, beside one',
    ],
    ['abd rusya ve iran', 'abd rusya ve iran', 'all of a sentence in small letters'],
    ['Rum İşleri ( Atina ) Müdürlüğü', 'Rum İşleri ( Atina ) Müdürlüğü', 'marks that names are cut at'],
    ['Dün Ankara , İzmir ile Bursa', 'Dün Ankara İzmir Bursa', 'commas and other words join no name'],
    ['Dün Çevre , Kent ve İklim Bakanı', 'Dün Çevre , Kent ve İklim Bakanı', 'commas of an enumeration may'],
    ['Dün Ölçme , Seçme Kurumu', 'Dün Ölçme , Seçme Kurumu', 'so may what a listed name covers'],
    ['Koç A . Ş . dün', 'Koç A . Ş .', 'the last stop of initials'],
    ['Kitap okudu , sonra çok uzun bir yol gitti ve Döndü', 'Kitap Döndü', 'nothing between capitals far apart'],
  ],
  openWords,
);

testRows('a wide model looks everywhere', [['Kitap okudu , gitti', 'Kitap okudu , gitti', 'every token']], (text) =>
  openWords(text, true),
);

/** The open tokens that stay when a model speaks against the words given and knows nothing else. */
function openAfterClosing(text, ...unlikely) {
  const table = tokenize(text);
  const hits = findHits(table, [lexiconOf(['Ankara ; LOC'])]);
  const word = (i) => text.slice(table.start[i], table.end[i]);
  const wordOf = (i) => {
    const features = new FeatureBuffer();
    document.putWordFeatures(i, features);
    return features.hashes[features.templates.indexOf(WINDOW * WORD_BLOCK + WordTemplate.Fold)];
  };
  const document = new TaggerDocument(clustersWith('twitter'), 1000, false);
  document.prepare(table, hits);
  const tokens = Array.from({ length: table.length }, (_, i) => i);
  const hashes = Int32Array.from(tokens.filter((i) => unlikely.includes(word(i))).map(wordOf));
  const tagger = taggerOf(hashes, (tag) => (tag === 0 ? 0 : -2));
  tagger.tag(table, hits);
  const { columns } = tagger.document;
  return tokens
    .filter((i) => columns.open[i] !== 0)
    .map(word)
    .join(' ');
}

/** A tagger whose model gives the same weights to a few features. */
function taggerOf(hashes, weightOf) {
  const parts = {
    hashes,
    counts: hashes.map(() => 1),
    wide: false,
    values: Float32Array.from({ length: hashes.length * TAG_COUNT }, (_, i) => weightOf(i % TAG_COUNT)),
    transitions: new Float32Array(TAG_COUNT ** 2),
    calibration: Float32Array.from({ length: CALIBRATION_SIZE }, (_, i) => i / (CALIBRATION_SIZE - 1)),
    clusters: clustersWith('twitter'),
  };
  return new Tagger(new TaggerModel(writeModel(parts, 16), 'x'));
}

testRows(
  'runs that are unlikely to hold a name',
  [
    [['Dün Bursa uyudu, Urfa uyandı'], 'Dün Bursa Urfa', 'nothing unlikely closes nothing'],
    [['Dün Bursa uyudu, Urfa uyandı', 'Urfa'], 'Dün Bursa', 'a run that is unlikely from end to end is closed'],
    [['Dün Bursa uyudu, Urfa uyandı', 'Dün'], 'Dün Bursa Urfa', 'a run with one likely word stays whole'],
    [['Dün Bursa uyudu, Urfa uyandı', 'Dün', 'Bursa'], 'Urfa', 'what follows a closed run stays'],
    [['Dün Bursa uyudu, Urfa uyandı', 'Dün', 'Bursa', 'Urfa'], '', 'all may be closed'],
    [['Dün Ankara uyudu, Urfa uyandı', 'Dün', 'Ankara', 'Urfa'], 'Dün Ankara', 'but what a list names'],
  ],
  (given) => openAfterClosing(...given),
);
