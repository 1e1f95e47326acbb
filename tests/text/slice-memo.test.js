import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SliceMemo } from '../../dist/text/slice-memo.js';

test('gives what belongs to a slice, whatever fell on its place before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.nat(20), fc.nat(20), fc.nat(3)), { maxLength: 50 }), (rows) => {
      const memo = new SliceMemo(4, (text) => ({ text }));
      for (const [text, a, b, hash] of rows) {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        expect(memo.get(text, start, end, hash).text).toBe(text.slice(start, end));
      }
    }),
  );
});

test('makes it once while it is remembered', () => {
  const memo = new SliceMemo(4, (text) => ({ text }));
  const first = memo.get('Ankara soğuk', 0, 6, 1);
  expect(memo.get('sıcak Ankara', 6, 12, 1)).toBe(first);
  expect(memo.get('İzmir', 0, 5, 1).text).toBe('İzmir');
  expect(memo.get('Ankara', 0, 6, 1)).not.toBe(first);
});
