// Runs the tests that need more than Node.js (a browser, a job scheduler ...). What a machine lacks is skipped, visibly.
//   npm run test:system [-- NAME ...]   only the files whose name holds one of the names
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../tests/system/', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.test.mjs') && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort()
  .map((name) => join(FOLDER, name));

const counts = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files, concurrency: 1 });
const count = (outcome) => (event) => {
  // A file is reported like a test, and a suite too: only tests count.
  if (event.details?.type === 'suite' || files.includes(event.name)) return;
  counts[event.skip === undefined || event.skip === false ? outcome : 'skipped']++;
};
stream.on('test:pass', count('passed'));
stream.on('test:fail', (event) => {
  // A file that fails as a whole (it could not be read, say) counts as well.
  if (event.details?.type !== 'suite') counts.failed++;
});
stream.on('end', () => {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed > 0 || files.length === 0 ? 1 : 0;
});
stream.compose(spec).pipe(process.stdout, { end: false });
