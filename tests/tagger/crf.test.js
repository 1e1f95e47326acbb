import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Crf } from '../../dist/tagger/crf.js';
import { beginOf, insideOf, mayFollow, TAG_COUNT } from '../../dist/tagger/tags.js';

/** All tag sequences of a length that IOB2 allows, with their log scores. */
function allSequences(crf, emissions, length) {
  let rows = [{ tags: [], score: 0 }];
  for (let t = 0; t < length; t++) {
    rows = rows.flatMap(({ tags, score }) => {
      const before = tags.at(-1) ?? 0;
      return [...Array(TAG_COUNT).keys()]
        .filter((tag) => mayFollow(before, tag))
        .map((tag) => ({
          tags: [...tags, tag],
          score: score + crf.transitions[before * TAG_COUNT + tag] + emissions[t * TAG_COUNT + tag],
        }));
    });
  }
  return rows.map(({ tags, score }) => ({ tags, score: score + crf.transitions[tags.at(-1) * TAG_COUNT] }));
}

const numbers = (count) =>
  fc
    .array(fc.integer({ min: -300, max: 300 }), { minLength: count, maxLength: count })
    .map((list) => list.map((n) => n / 100));
const problem = fc
  .integer({ min: 1, max: 4 })
  .chain((length) => fc.tuple(fc.constant(length), numbers(TAG_COUNT ** 2), numbers(length * TAG_COUNT)));

describe('random field', () => {
  test('the decoded sequence, the sum and the marginals are those of all sequences counted one by one', () => {
    fc.assert(
      fc.property(problem, ([length, transitions, scores]) => {
        const crf = new Crf(transitions);
        const emissions = Float32Array.from(scores);
        const all = allSequences(crf, emissions, length);
        const best = all.reduce((a, b) => (b.score > a.score ? b : a));
        const tags = new Uint8Array(length);
        crf.decode(emissions, 0, length, tags);
        const decoded = all.find((row) => row.tags.every((tag, t) => tag === tags[t]));
        expect(decoded.score).toBeCloseTo(best.score, 4);
        const total = all.reduce((sum, { score }) => sum + Math.exp(score), 0);
        crf.forward(emissions, 0, length);
        crf.backward();
        expect(crf.logSum()).toBeCloseTo(Math.log(total), 4);
        for (let t = 0; t < length; t++) {
          for (let tag = 0; tag < TAG_COUNT; tag++) {
            const share =
              all.filter((row) => row.tags[t] === tag).reduce((sum, { score }) => sum + Math.exp(score), 0) / total;
            expect(crf.alpha[t * TAG_COUNT + tag] * crf.beta[t * TAG_COUNT + tag]).toBeCloseTo(share, 4);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a run inside a longer text reads and writes only its own place', () => {
    const crf = new Crf(new Float32Array(TAG_COUNT ** 2));
    const emissions = new Float32Array(5 * TAG_COUNT);
    emissions[2 * TAG_COUNT + beginOf(0)] = 4;
    emissions[3 * TAG_COUNT + insideOf(0)] = 4;
    const tags = Uint8Array.of(9, 9, 9, 9, 9);
    crf.decode(emissions, 2, 2, tags);
    expect([...tags]).toEqual([9, 9, beginOf(0), insideOf(0), 9]);
  });

  test('very unlike scores give numbers, not NaN', () => {
    const crf = new Crf(new Float32Array(TAG_COUNT ** 2));
    const emissions = new Float32Array(3 * TAG_COUNT);
    emissions[insideOf(1)] = 300;
    emissions[TAG_COUNT + insideOf(2)] = 300;
    crf.forward(emissions, 0, 3);
    crf.backward();
    expect(crf.logSum()).toBeGreaterThan(0);
    expect(crf.alpha[0] * crf.beta[0]).toBeGreaterThanOrEqual(0);
  });

  test('where every emission but O is below the bonus, no name is decoded; above it, one may be', () => {
    let named = 0;
    fc.assert(
      fc.property(problem, fc.double({ min: 0, max: 0.5, noNaN: true }), ([length, transitions, scores], less) => {
        const crf = new Crf(transitions);
        const tags = new Uint8Array(length);
        const decode = (limit) => {
          const emissions = Float32Array.from(scores, (score, k) =>
            k % TAG_COUNT === 0 ? 0 : limit - Math.abs(score) / 10,
          );
          crf.decode(emissions, 0, length, tags);
          return tags.some((tag) => tag !== 0);
        };
        expect(decode(-crf.bonus - less - 1e-4)).toBe(false);
        if (decode(-crf.bonus + 1)) named++;
      }),
      { numRuns: 200 },
    );
    expect(named).toBeGreaterThan(20);
  });
});
