import { describe, expect, test } from '@jest/globals';
import { findHits } from '../../dist/evidence/gazetteer.js';
import { ClusterTable } from '../../dist/tagger/clusters.js';
import { TaggerDocument } from '../../dist/tagger/document.js';
import { FeatureBuffer } from '../../dist/tagger/feature-buffer.js';
import { TAG_COUNT } from '../../dist/tagger/tags.js';
import { MemoryTemplate } from '../../dist/tagger/templates.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { lexiconOf } from '../helpers/lexicon.js';

const lexicon = lexiconOf(['Ankara ; LOC', 'Bakanı ; TITLE ;  ; before']);

/** A prepared document, its first pass as given: tags by word, all else O. */
function documentOf(text, tagged = {}, cached = 1000, room = 1024) {
  const table = tokenize(text);
  const document = new TaggerDocument(ClusterTable.empty(), cached, false, room);
  document.prepare(table, findHits(table, [lexicon]));
  const { tags, probabilities } = document.columns;
  tags.fill(0);
  probabilities.fill(0);
  for (let i = 0; i < table.length; i++) {
    const tag = tagged[text.slice(table.start[i], table.end[i])] ?? 0;
    tags[i] = tag;
    probabilities[i * TAG_COUNT + tag] = 1;
  }
  document.learnFirstPass();
  return { table, document };
}

function features({ document }, i, put = 'all') {
  const out = new FeatureBuffer();
  if (put === 'all') {
    document.putWordFeatures(i, out);
    document.putJointFeatures(i, out);
  }
  document.putTagFeatures(i, out);
  return Array.from({ length: out.count }, (_, k) => `${out.templates[k]}:${out.hashes[k]}`);
}
const ofTemplate = (list, template) => list.filter((feature) => feature.startsWith(`${template}:`));

describe('features', () => {
  test('all spellings of an apostrophe and of a word give the same features', () => {
    const straight = documentOf("Dün Ankara'ya gitti. Yine gitti.");
    for (const text of [
      'Dün Ankara’ya gitti. Yine gitti.',
      'Dün Ankara\u0092ya gitti. Yine gitti.',
      'Dün An\u00adkara´ya gitti. Yine gitti.',
    ]) {
      expect(features(documentOf(text), 1)).toEqual(features(straight, 1));
    }
  });

  test('a full cache changes nothing', () => {
    const text = 'Rusya Dışişleri Bakanı Lavrov Ankara yolunda. Lavrov konuştu.';
    const wide = documentOf(text);
    const tight = documentOf(text, {}, 1);
    for (let i = 0; i < wide.table.length; i++) expect(features(tight, i)).toEqual(features(wide, i));
  });

  test('a cache that grew changes nothing', () => {
    const text = 'Rusya Dışişleri Bakanı Lavrov Ankara yolunda. Lavrov konuştu.';
    const table = tokenize(text);
    const hits = findHits(table, [lexicon]);
    const fresh = new TaggerDocument(ClusterTable.empty(), 10_000, false);
    const grown = new TaggerDocument(ClusterTable.empty(), 10_000, false, 16);
    // Once before, so that its words are among those that move.
    grown.prepare(table, hits);
    const words = tokenize(Array.from({ length: 3000 }, (_, i) => `Kişi${i}`).join(' '));
    grown.prepare(words, findHits(words, [lexicon]));
    for (const document of [fresh, grown]) document.prepare(table, hits);
    for (let i = 0; i < table.length; i++) {
      const [expected, found] = [fresh, grown].map((document) => features({ document }, i));
      expect(found).toEqual(expected);
    }
  });

  test('a cache that outgrew all memory there was changes nothing', () => {
    const text = 'Rusya Dışişleri Bakanı Lavrov Ankara yolunda. Lavrov konuştu.';
    const grown = new TaggerDocument(ClusterTable.empty(), Number.POSITIVE_INFINITY, false);
    const before = grown.kernel.memory.buffer.byteLength;
    for (let part = 0; part < 14; part++) {
      const words = tokenize(Array.from({ length: 10_000 }, (_, i) => `Kişi${part}x${i}`).join(' '));
      grown.prepare(words, findHits(words, [lexicon]));
    }
    expect(grown.kernel.memory.buffer.byteLength).toBeGreaterThan(before);
    const fresh = documentOf(text);
    grown.prepare(fresh.table, findHits(fresh.table, [lexicon]));
    for (let i = 0; i < fresh.table.length; i++) {
      const [expected, found] = [fresh.document, grown].map((document) => {
        const out = new FeatureBuffer();
        document.putWordFeatures(i, out);
        document.putJointFeatures(i, out);
        return [...out.hashes.subarray(0, out.count)];
      });
      expect(found).toEqual(expected);
    }
  });

  test('the buffer holds the features of the busiest token', () => {
    const { document } = documentOf('Ankara Bakanı Ankara Bakanı Ankara');
    const out = new FeatureBuffer();
    document.putWordFeatures(2, out);
    document.putJointFeatures(2, out);
    document.putTagFeatures(2, out);
    expect(out.count).toBeLessThan(out.hashes.length * 0.75);
  });
});

describe('document memory', () => {
  const text = 'Sergey Lavrov geldi. Dün Lavrov konuştu. Sonra Kaya gitti.';
  const at = (document, word, nth = 0) => {
    const { table } = document;
    let seen = 0;
    for (let i = 0; i < table.length; i++)
      if (text.slice(table.start[i], table.stemEnd[i]) === word && seen++ === nth) return i;
    return -1;
  };

  test('tells a word by what it is elsewhere, not by what it is here', () => {
    const elsewhere = documentOf(text, { Sergey: 1, Lavrov: 2 });
    const nowhere = documentOf(text, {});
    const shares = (document, nth) =>
      ofTemplate(features(document, at(document, 'Lavrov', nth), 'tags'), MemoryTemplate.Shares);
    expect(shares(elsewhere, 1)).toHaveLength(1);
    expect(shares(elsewhere, 1)).not.toEqual(shares(nowhere, 1));
  });

  test('a word met once has nothing to tell', () => {
    const document = documentOf(text, { Kaya: 1 });
    const list = features(document, at(document, 'Kaya'), 'tags');
    expect(ofTemplate(list, MemoryTemplate.Alone)).toHaveLength(1);
    expect(ofTemplate(list, MemoryTemplate.Shares)).toHaveLength(0);
  });

  test('an inflected word without an apostrophe joins its stem', () => {
    const joined = documentOf('Ziegler geldi. Sonra Zieglerin evi yandı.', { Ziegler: 1 });
    expect(ofTemplate(features(joined, 4, 'tags'), MemoryTemplate.Shares)).toHaveLength(1);
    const apart = documentOf('Ziegler geldi. Sonra Zieglerman evi yandı.', { Ziegler: 1 });
    expect(ofTemplate(features(apart, 4, 'tags'), MemoryTemplate.Shares)).toHaveLength(0);
  });
});
