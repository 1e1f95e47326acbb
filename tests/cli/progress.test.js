import { afterEach, expect, jest, test } from '@jest/globals';
import { makeProgress } from '../../dist/cli/batch/progress.js';

afterEach(() => jest.restoreAllMocks());

/** What is told after so many seconds with so much of the input read. */
async function toldAfter(seconds, standing, quiet = false) {
  const written = [];
  const clock = jest.spyOn(performance, 'now').mockReturnValue(5000);
  const progress = await makeProgress({ stderr: { write: (text) => written.push(text) } }, quiet);
  clock.mockReturnValue(5000 + seconds * 1000);
  progress.show({ documents: 1200, failed: 2, totalBytes: 1000, ...standing });
  progress.stop();
  return written.join('');
}

test.each([
  [60, 1000, '20 a second, 0 s left', 'all is read'],
  [60, 1200, '20 a second, 0 s left', 'more is read than was there'],
  [59, 500, '20 a second, 59 s left', 'seconds'],
  [60, 500, '20 a second, 1 min 0 s left', 'a minute'],
  [3599, 500, '0 a second, 59 min 59 s left', 'the last second before an hour'],
  [3600, 500, '0 a second, 1 h 0 min left', 'an hour'],
  [2440, 250, '0 a second, 2 h 2 min left', 'hours and minutes'],
])('after %d s with %d of 1000 bytes read: %s', async (seconds, bytes, expected) => {
  expect(await toldAfter(seconds, { bytes })).toBe(`kunye: 1200 documents, ${expected}, 2 failed\n`);
});

test('a line comes every ten seconds, none when quiet', async () => {
  expect(await toldAfter(9, { bytes: 1 })).toBe('');
  expect(await toldAfter(10, { bytes: 1 })).not.toBe('');
  expect(await toldAfter(10, { bytes: 1 }, true)).toBe('');
});
