import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ROOT } from '../helpers/project.js';

/** The packages in the first column of the page's tables, as npm names them. */
function documented() {
  const rows = readFileSync(`${ROOT}docs/dependencies.md`, 'utf8').matchAll(/^\| ([^|]+) \|/gmu);
  return [...rows]
    .flatMap(([, cell]) => cell.split(','))
    .map((name) => name.trim().split(' ')[0].toLocaleLowerCase('en'));
}

test('docs/dependencies.md has a row for every dependency, and for nothing else', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  const rows = documented().filter((name) => name !== 'package' && !name.startsWith('---'));
  expect(rows.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});
