import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findHits } from '../../dist/evidence/gazetteer.js';
import { ClusterTable } from '../../dist/tagger/clusters.js';
import { TaggerDocument } from '../../dist/tagger/document.js';
import { FeatureBuffer } from '../../dist/tagger/feature-buffer.js';
import { CALIBRATION_SIZE, TaggerModel, writeModel } from '../../dist/tagger/model.js';
import { Tagger } from '../../dist/tagger/tagger.js';
import { TAG_COUNT, TAG_TYPES } from '../../dist/tagger/tags.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { lexiconOf } from '../helpers/lexicon.js';
import { PlainTagger } from '../helpers/plain-tagger.js';

// The kernel with its sums that are kept, its runs that are left out and its vectors, against the same in the plain way (helpers/plain-tagger.js).

const lexicon = lexiconOf(['Ankara ; LOC', 'Bakanı ; TITLE ;  ; before', 'Türkiye Büyük Millet Meclisi ; ORG']);
const SENTENCES = [
  "Dışişleri Bakanı Deniz Karakuş, Ankara'da TBMM Başkanı ile görüştü.",
  'Karakuş dün Bursa ve Kocaeli yolundaydı.',
  "Türkiye Büyük Millet Meclisi'nin kararını Ankara duyurdu.",
  'BURSA LİMANI KAPANDI',
  'Deniz Karakuşun evi yandı; Meclis toplandı.',
];

function read(text) {
  const table = tokenize(text);
  return { table, hits: findHits(table, [lexicon]) };
}

/** The features of all tokens of the sentences. */
function allFeatures() {
  const document = new TaggerDocument(ClusterTable.empty(), 1000, false);
  const { table, hits } = read(SENTENCES.join(' '));
  document.prepare(table, hits);
  document.learnFirstPass();
  const hashes = new Set();
  for (let k = 0; k < document.openCount; k++) {
    const features = new FeatureBuffer();
    const i = document.columns.opens[k];
    document.putWordFeatures(i, features);
    document.putJointFeatures(i, features);
    document.putTagFeatures(i, features);
    for (let n = 0; n < features.count; n++) hashes.add(features.hashes[n]);
  }
  return Int32Array.from(hashes);
}
const HASHES = allFeatures();

/** A model of weights drawn by a seed. */
function modelOf({ seed, transitions, strength }) {
  let state = seed;
  const draw = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state >>> 8) % 2001) / 1000 - 1;
  };
  const parts = {
    hashes: HASHES,
    counts: HASHES.map(() => 1),
    wide: false,
    values: Float32Array.from({ length: HASHES.length * TAG_COUNT }, (_, i) =>
      i % TAG_COUNT === 0 ? 0 : strength * draw(),
    ),
    transitions: Float32Array.from(transitions),
    calibration: Float32Array.from({ length: CALIBRATION_SIZE }, (_, i) => i / (CALIBRATION_SIZE - 1)),
    clusters: ClusterTable.empty(),
  };
  return new TaggerModel(writeModel(parts, 1 << 12), 'x');
}

const models = fc.record({
  seed: fc.integer(),
  transitions: fc.array(
    fc.integer({ min: -30, max: 30 }).map((score) => score / 10),
    {
      minLength: TAG_COUNT ** 2,
      maxLength: TAG_COUNT ** 2,
    },
  ),
  strength: fc.constantFrom(0.2, 0.6, 3),
});
const texts = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 8 })
  .map((sentences) => sentences.join(' '));
const spansOf = (names) => names.map(({ from, to, type }) => `${type} ${from}-${to}`);

describe('kernel', () => {
  test('finds the names of the plain way, as sure of them, with any model', () => {
    let found = 0;
    fc.assert(
      fc.property(models, fc.array(texts, { minLength: 1, maxLength: 3 }), (drawn, documents) => {
        const model = modelOf(drawn);
        const [tagger, plain] = [new Tagger(model), new PlainTagger(model)];
        for (const text of [...documents, ...documents]) {
          const { table, hits } = read(text);
          const [names, expected] = [tagger, plain].map((way) => way.tag(table, hits));
          expect(spansOf(names)).toEqual(spansOf(expected));
          names.forEach(({ score }, n) => {
            expect(score).toBeCloseTo(expected[n].score, 9);
          });
          found += names.length;
        }
      }),
      { numRuns: 60 },
    );
    expect(found).toBeGreaterThan(500);
  });

  test('the probability of any name of a run is the share of the tag sequences that hold it; of others it is 0', () => {
    fc.assert(
      fc.property(models, texts, (drawn, text) => {
        const model = modelOf(drawn);
        const [tagger, plain] = [new Tagger(model), new PlainTagger(model)];
        const { table, hits } = read(text);
        for (const way of [tagger, plain]) way.tag(table, hits);
        const inRun = new Set();
        plain.document.eachRun(table, (first, length) => {
          for (let from = first; from < first + length; from++)
            for (let to = from + 1; to <= Math.min(from + 3, first + length); to++)
              TAG_TYPES.forEach((type, number) => {
                inRun.add(`${from}-${to}`);
                const expected = plain.spanProbability(first, length, { from, to, type: number });
                expect(tagger.probability({ from, to, type })).toBeCloseTo(expected, 6);
              });
        });
        for (let from = 0; from + 2 <= table.length; from++)
          if (!inRun.has(`${from}-${from + 2}`))
            expect(tagger.probability({ from, to: from + 2, type: 'PER' })).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  test('a host without WebAssembly is told of', () => {
    const script = `WebAssembly.Module = class { constructor() { throw new Error('blocked'); } };
      const { startKernel } = await import(${JSON.stringify(new URL('../../dist/tagger/kernel.js', import.meta.url))});
      try { startKernel(); } catch (error) { console.log(error.code, error.message); }`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(stdout).toMatch(/^MODEL_INVALID the tagger needs WebAssembly .*\(blocked\)/u);
  });

  test('a document that fits in no memory is refused, and the next one read', () => {
    const model = modelOf({ seed: 7, transitions: new Array(TAG_COUNT ** 2).fill(0), strength: 0.6 });
    const [used, fresh] = [new Tagger(model), new Tagger(model)];
    const { table, hits } = read(SENTENCES.join(' '));
    const long = read(Array.from({ length: 2500 }, () => SENTENCES[0]).join(' '));
    const { kernel, columns } = used.document;
    const pages = kernel.memory.buffer.byteLength;
    for (const enlarge of [() => kernel.reserve(2 ** 26), () => kernel.readWords(0, 2 ** 26)])
      expect(enlarge).toThrow(/too long/u);
    // Given up between finding the rows of its words and filling them.
    columns.fill(long.table);
    columns.open.fill(1, 0, long.table.length);
    kernel.findRows(long.table.length, kernel.listOpen(long.table.length));
    expect(kernel.memory.buffer.byteLength).toBe(pages);
    for (const document of [{ table, hits }, long])
      expect(used.tag(document.table, document.hits)).toEqual(fresh.tag(document.table, document.hits));
  });

  test('a document longer than all room changes nothing for those after it', () => {
    const model = modelOf({ seed: 7, transitions: new Array(TAG_COUNT ** 2).fill(0), strength: 0.6 });
    const [used, fresh] = [new Tagger(model), new Tagger(model)];
    const short = read(SENTENCES.join(' '));
    const long = read(Array.from({ length: 2000 }, (_, i) => `${SENTENCES[i % SENTENCES.length]} Kişi${i}`).join(' '));
    expect(long.table.length).toBeGreaterThan(1 << 14);
    const before = used.tag(short.table, short.hits);
    const names = used.tag(long.table, long.hits);
    expect(names.length).toBeGreaterThan(1000);
    expect(spansOf(names)).toEqual(spansOf(fresh.tag(long.table, long.hits)));
    expect(used.tag(short.table, short.hits)).toEqual(before);
  });
});
