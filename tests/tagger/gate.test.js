import { findHits } from '../../dist/evidence/gazetteer.js';
import { ClusterTable, packEntry } from '../../dist/tagger/clusters.js';
import { TaggerDocument } from '../../dist/tagger/document.js';
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
  for (let i = 0; i < table.length; i++) if (document.open[i]) open.push(text.slice(table.start[i], table.end[i]));
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

/** The open tokens that stay when the words given are unlikely. */
function openAfterClosing(text, ...unlikely) {
  const table = tokenize(text);
  const document = new TaggerDocument(clustersWith('twitter'), 1000, false);
  document.prepare(table, findHits(table, [lexiconOf(['Ankara ; LOC'])]));
  const word = (i) => text.slice(table.start[i], table.end[i]);
  document.closeRuns(table, (i) => unlikely.includes(word(i)));
  const open = Array.from({ length: table.length }, (_, i) => i).filter((i) => document.open[i] !== 0);
  const runs = [];
  document.eachRun(table, (first, length) => runs.push(...Array.from({ length }, (_, k) => first + k)));
  // Both ways of asking must agree.
  return runs.join() === open.join() ? open.map(word).join(' ') : `open ${open}, runs ${runs}`;
}

testRows(
  'runs that are unlikely to hold a name',
  [
    [['Dün Ankara uyudu, Bursa uyandı'], 'Dün Ankara Bursa', 'nothing unlikely closes nothing'],
    [['Dün Ankara uyudu, Bursa uyandı', 'Bursa'], 'Dün Ankara', 'a run that is unlikely from end to end is closed'],
    [['Dün Ankara uyudu, Bursa uyandı', 'Dün'], 'Dün Ankara Bursa', 'a run with one likely word stays whole'],
    [['Dün Ankara uyudu, Bursa uyandı', 'Dün', 'Ankara'], 'Bursa', 'what follows a closed run stays'],
    [['Dün Ankara uyudu, Bursa uyandı', 'Dün', 'Ankara', 'Bursa'], '', 'all may be closed'],
  ],
  (given) => openAfterClosing(...given),
);
