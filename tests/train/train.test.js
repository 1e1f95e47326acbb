import { describe, expect, test } from '@jest/globals';
import { findHits } from '../../dist/evidence/gazetteer.js';
import { TaggerModel } from '../../dist/tagger/model.js';
import { Tagger } from '../../dist/tagger/tagger.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { namesOf, sentencesOf, tagDocument } from '../../dist/train/gold.js';
import { smallLexicon, smallModel, taggedDocument } from '../helpers/tagger.js';

const trained = smallModel();
const names = (tagger, text) => {
  const table = tokenize(text);
  return tagger
    .tag(table, findHits(table, [smallLexicon()]))
    .map(({ from, to, type }) => `${type} ${table.text.slice(table.start[from], table.stemEnd[to - 1])}`);
};

describe('training', () => {
  const tagger = new Tagger(new TaggerModel(trained.model, 'small'));

  test('learns what its gold shows and finds names it has not seen', () => {
    expect(names(tagger, "Ali Kaya dün Ankara'ya gitti.")).toEqual(['PER Ali Kaya', 'LOC Ankara']);
    expect(names(tagger, "Veli Çelik dün Rize'ya gitti.")).toEqual(['PER Veli Çelik', 'LOC Rize']);
    expect(names(tagger, 'Herkes dinledi .')).toEqual([]);
  });

  test('equal gold and seed give equal bytes, another seed another model', () => {
    expect(Buffer.from(smallModel().model).equals(Buffer.from(trained.model))).toBe(true);
    expect(Buffer.from(smallModel({ seed: 2 }).model).equals(Buffer.from(trained.model))).toBe(false);
  });

  test('tells its progress: every fold, then the model, with a falling loss', () => {
    const seen = [];
    smallModel({ folds: 2, epochs: 3, onProgress: ({ stage, epoch, loss }) => seen.push({ stage, epoch, loss }) });
    expect(seen.map(({ stage, epoch }) => `${stage} ${epoch}`)).toEqual([
      'fold 1/2 1',
      'fold 1/2 2',
      'fold 1/2 3',
      'fold 2/2 1',
      'fold 2/2 2',
      'fold 2/2 3',
      'model 1',
      'model 2',
      'model 3',
    ]);
    expect(seen[8].loss).toBeLessThan(seen[6].loss);
  });

  test('what one document was does not change the next', () => {
    const fresh = new Tagger(new TaggerModel(trained.model, 'small'));
    const text = "Ayşe Demir dün Bursa'ya gitti. Demir konuştu.";
    const first = names(fresh, text);
    names(fresh, 'Demir çelik fiyatları arttı.');
    expect(names(fresh, text)).toEqual(first);
    expect(names(tagger, text)).toEqual(first);
  });
});

describe('gold as tags', () => {
  const read = (text, ...marked) =>
    tagDocument({
      text,
      names: marked.map(([part, type]) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length, type })),
      debatable: [],
      file: 'x',
      line: 1,
    });

  test('a name covers its tokens, with or without their suffix', () => {
    const { tags } = read(
      "Ahmet Kaya Ankara'da Dışişleri Bakanlığına geldi",
      ['Ahmet Kaya', 'PER'],
      ['Ankara', 'LOC'],
      ['Dışişleri Bakanlığına', 'ORG'],
    );
    expect([...tags]).toEqual([1, 2, 3, 5, 6, 0]);
    expect(namesOf(tags)).toEqual([
      [0, 2, 0],
      [2, 3, 1],
      [3, 5, 2],
    ]);
  });

  test('a name ends with its sentence', () => {
    const { tags } = read('Ahmet\nKaya', ['Ahmet\nKaya', 'PER']);
    expect([...tags]).toEqual([1, 1]);
  });

  test('sentences become documents with their tags', () => {
    const parts = sentencesOf(taggedDocument('Ali/B-PER geldi .', 'Sonra Bursa/B-LOC aradı .'));
    expect(parts.map(({ table, tags }) => [table.length, [...tags]])).toEqual([
      [3, [1, 0, 0]],
      [4, [0, 3, 0, 0]],
    ]);
  });
});
