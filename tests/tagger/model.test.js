import { describe, expect, test } from '@jest/globals';
import { ClusterTable, packEntry } from '../../dist/tagger/clusters.js';
import { CALIBRATION_SIZE, TaggerModel, writeModel } from '../../dist/tagger/model.js';
import { TAG_COUNT } from '../../dist/tagger/tags.js';

const HASHES = Int32Array.of(0x12345678, -7, 0x7fff0001, 0x12355678);
const parts = () => {
  const checks = new Int32Array(4);
  const entries = new Int32Array(4);
  checks[2] = 77;
  entries[2] = packEntry(3, 1, 7, 2);
  return {
    hashes: HASHES,
    counts: Int32Array.of(1, 1, 1, 1),
    wide: true,
    values: Float32Array.from({ length: HASHES.length * TAG_COUNT }, (_, i) => ((i * 7) % 13) / 4 - 1),
    transitions: Float32Array.from({ length: TAG_COUNT ** 2 }, (_, i) => i / 10),
    calibration: Float32Array.from({ length: CALIBRATION_SIZE }, (_, i) => i / (CALIBRATION_SIZE - 1)),
    clusters: new ClusterTable(checks, entries, [Uint16Array.of(0, 5, 6, 7), Uint16Array.of(0, 1, 1, 2)]),
  };
};
/** What a feature adds to the emissions. */
const emissionsOf = (model, hash) =>
  Array.from({ length: TAG_COUNT }, (_, tag) => (tag === 0 ? 0 : model.weightOf(hash, tag)));
const codeOf = (work) => {
  try {
    work();
  } catch (error) {
    return `${error.code} ${error.message}`;
  }
  return 'no error';
};

describe('model file', () => {
  const bytes = writeModel(parts(), 16);

  test('gives back what was written: weights against O, transitions, clusters', () => {
    const model = new TaggerModel(bytes, 'a.kunye');
    const { values, transitions } = parts();
    HASHES.forEach((hash, f) => {
      const emissions = emissionsOf(model, hash);
      for (let k = 0; k < TAG_COUNT; k++)
        expect(emissions[k]).toBeCloseTo(values[f * TAG_COUNT + k] - values[f * TAG_COUNT], 1);
    });
    expect([...model.transitions]).toEqual([...Float32Array.from(transitions)]);
    expect(model.clusters.find(2, 77)).toBe(2);
    expect(model.clusters.find(2, 78)).toBe(-1);
    expect([...model.clusters.levels[0]]).toEqual([0, 5, 6, 7]);
    expect(model.wide).toBe(true);
    expect(model.calibrate(0.5)).toBeCloseTo(0.5);
    expect(model.calibrate(7)).toBe(1);
  });

  test('a feature it does not hold adds nothing', () => {
    expect(emissionsOf(new TaggerModel(bytes, 'a'), 999)).toEqual(new Array(TAG_COUNT).fill(0));
  });

  test('the heaviest features stay when there are too many', () => {
    const count = 400;
    const values = Float32Array.from({ length: count * TAG_COUNT }, (_, i) =>
      i % TAG_COUNT === 1 ? Math.floor(i / TAG_COUNT) + 1 : 0,
    );
    const many = {
      ...parts(),
      counts: new Int32Array(count).fill(1),
      hashes: Int32Array.from({ length: count }, (_, i) => Math.imul(i + 1, 0x9e3779b1)),
      values,
    };
    const model = new TaggerModel(writeModel(many, 256), 'a');
    const weightOf = (f) => emissionsOf(model, many.hashes[f])[1];
    expect(weightOf(count - 1)).toBeCloseTo(count, 0);
    expect(weightOf(3)).toBe(0);
  });

  test('bytes that do not start at a multiple of four are read', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(new TaggerModel(shifted.subarray(1), 'a').clusters.find(2, 77)).toBe(2);
  });

  test('foreign, damaged, cut and outdated files are refused by name', () => {
    const changed = (at, value) => Uint8Array.from(bytes, (byte, i) => (i === at ? value : byte));
    expect(codeOf(() => new TaggerModel(new Uint8Array(0), 'leer.kunye'))).toMatch(
      /^MODEL_INVALID leer\.kunye: not a tagger model/u,
    );
    expect(codeOf(() => new TaggerModel(Buffer.from('bir yazı dosyası, model değil '.repeat(9)), 'x'))).toMatch(
      /not a tagger model/u,
    );
    expect(codeOf(() => new TaggerModel(bytes.slice(0, -8), 'x'))).toMatch(/cut short/u);
    expect(codeOf(() => new TaggerModel(changed(4, 200), 'x'))).toMatch(/version/u);
    for (const at of [70, 300, 420, bytes.length - 1])
      expect(codeOf(() => new TaggerModel(changed(at, bytes[at] ^ 1), 'x'))).toMatch(/damaged/u);
  });
});
