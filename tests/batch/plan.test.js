import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Fingerprint } from '../../dist/batch/fingerprint.js';
import { Ids, isOwn } from '../../dist/batch/ids.js';
import { Planner } from '../../dist/batch/plan.js';

const jobsOf = (ids, contentOf = (id) => id, size = 1000) =>
  ids.map((id) => ({
    claim: new Ids().claim(id),
    source: id,
    content: { kind: 'line', bytes: Buffer.from(contentOf(id)) },
    size,
  }));
const partsOf = (jobs) => {
  const planner = new Planner();
  return [...jobs.map((job) => planner.add(job)), planner.end()].filter((part) => part !== undefined);
};
const idsOf = (n) => Array.from({ length: n }, (_, i) => `haber-${i}`);
const fingerprintOf = ({ jobs }) => {
  const fingerprint = new Fingerprint();
  for (const { claim, content } of jobs) fingerprint.add(claim.id, content.kind, content.bytes);
  return fingerprint.end();
};
const fingerprints = (parts) => new Set(parts.map(fingerprintOf));
const common = (a, b) => [...a].filter((item) => b.has(item)).length;

describe('parts', () => {
  test('hold every document once, in order', () => {
    const ids = idsOf(3000);
    expect(partsOf(jobsOf(ids)).flatMap((part) => part.jobs.map((job) => job.claim.id))).toEqual(ids);
  });

  test('are bounded in documents and bytes', () => {
    const small = partsOf(jobsOf(idsOf(5000)));
    expect(Math.max(...small.map((part) => part.jobs.length))).toBeLessThanOrEqual(256);
    expect(small.length).toBeGreaterThan(5000 / 256);
    const vast = partsOf(jobsOf(idsOf(50), undefined, 900_000));
    expect(Math.max(...vast.map((part) => part.jobs.length))).toBe(2);
  });

  test('a changed document changes its own part alone', () => {
    const ids = idsOf(3000);
    const before = fingerprints(partsOf(jobsOf(ids)));
    const after = fingerprints(partsOf(jobsOf(ids, (id) => (id === 'haber-1500' ? 'new' : id))));
    expect(common(before, after)).toBe(before.size - 1);
  });

  test('a document added at the very beginning leaves nearly all parts as they are', () => {
    const before = fingerprints(partsOf(jobsOf(idsOf(5000))));
    const after = fingerprints(partsOf(jobsOf(['new', ...idsOf(5000)])));
    expect(common(before, after)).toBeGreaterThan(before.size * 0.8);
  });

  test('the same content under another id is another part', () => {
    const [one] = partsOf(jobsOf(['a'], () => 'x'));
    const [other] = partsOf(jobsOf(['b'], () => 'x'));
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
  });
});

describe('ids', () => {
  test.each([
    [['a', 'a', 'a'], ['a', 'a#2', 'a#3'], 'an id met again is numbered'],
    [['a#2', 'a', 'a'], ['a#2', 'a', 'a#3'], 'a number that is taken is passed over'],
    [['a', 'a', 'a#2'], ['a', 'a#2', 'a#2#2'], 'an own id that looks like a numbered one'],
    [['', ''], ['', '#2'], 'empty ids'],
  ])('%j become %j: %s', (wanted, given) => {
    const ids = new Ids();
    expect(wanted.map((id) => ids.claim(id).id)).toEqual(given);
  });

  test('are unique whatever is wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'a#2', 'a#3', 'b#2', 'a#2#2')), (wanted) => {
        const ids = new Ids();
        const given = wanted.map((id) => ids.claim(id).id);
        expect(new Set(given).size).toBe(wanted.length);
      }),
    );
  });

  test('more than the first table holds are all remembered', () => {
    const ids = new Ids();
    const many = idsOf(20_000);
    for (const id of many) ids.claim(id);
    expect(ids.duplicates).toBe(0);
    expect(ids.claim('haber-7').id).toBe('haber-7#2');
  });
});

test('every document belongs to exactly one shard, and shards are of like size', () => {
  const claims = idsOf(10_000).map((id) => new Ids().claim(id));
  for (const of of [1, 2, 5, 64]) {
    const sizes = Array.from(
      { length: of },
      (_, i) => claims.filter((claim) => isOwn(claim, { index: i + 1, of })).length,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(claims.length);
    expect(Math.min(...sizes)).toBeGreaterThan((claims.length / of) * 0.6);
  }
});
