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
stream.on('test:pass', ({ name, skip, details }) => {
  // A suite skipped as a whole counts as one; other suites, and files, are reported besides their tests.
  if (skip !== undefined) counts.skipped++;
  else if (details?.type !== 'suite' && !files.includes(name)) counts.passed++;
});
stream.on('test:fail', ({ details }) => {
  // A file that fails as a whole (it could not be read, say) counts as well.
  if (details?.type !== 'suite') counts.failed++;
});
// The counts come last, after what the reporter says of failures.
const report = stream.compose(spec);
report.on('end', () => {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed > 0 || files.length === 0 ? 1 : 0;
});
report.pipe(process.stdout, { end: false });
