import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Rooms from low to high: a file imports from its own room and from lower rows. A file right under src is a room of its name. */
const HEIGHTS = [
  ['types', 'errors'],
  ['text'],
  ['tokenize', 'morphology'],
  ['lexicon'],
  ['evidence'],
  ['tagger', 'resolve'],
  ['pipeline'],
  ['resources', 'explain', 'input'],
  ['output', 'evaluate', 'train'],
  ['batch', 'check', 'report', 'doc'],
  ['kunye'],
  // Files are read here and in cli alone; it stands below cli because command line, library and wink model must load alike.
  ['load'],
  ['core', 'wink'],
  ['index'],
  ['cli'],
];
const heightOf = new Map(HEIGHTS.flatMap((rooms, height) => rooms.map((room) => [room, height])));

/** Who may import what is no file of ours; what is not listed nobody may. `*` is any file. */
const OUTSIDE = {
  'node:fs': ['load/*', 'cli/*'],
  'node:fs/promises': ['cli/*'],
  'node:url': ['load/*', 'cli/*'],
  'node:path': ['cli/*'],
  'node:os': ['cli/*'],
  'node:zlib': ['cli/*'],
  'node:stream': ['cli/*'],
  'node:readline': ['cli/*'],
  'node:timers/promises': ['cli/*'],
  'node:worker_threads': ['cli/*', 'batch/*'],
  'node:crypto': ['cli/*', 'batch/*', 'check/*'],
  commander: ['cli/*'],
  chalk: ['cli/*', 'output/pretty.ts'],
  tinyglobby: ['cli/*'],
  piscina: ['cli/*'],
  'cli-progress': ['cli/*'],
  linkedom: ['cli/*'],
  '@mozilla/readability': ['cli/*'],
  'wink-nlp': ['wink/*'],
  // Built into the page of the report, not imported by the program.
  uplot: ['report/page/*'],
  'd3-force': ['report/page/*'],
};

const files = readdirSync(SRC, { recursive: true }).filter((file) => file.endsWith('.ts'));

/** Modules a source file imports, statically or not. */
function importsOf(file) {
  const source = readFileSync(join(SRC, file), 'utf8');
  return [
    ...source.matchAll(/^(?:import|export)\b[^;/]*?from '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gmu),
  ].map((found) => found[1] ?? found[2] ?? found[3]);
}

/** The file below src that a relative import of `file` means. */
function targetOf(file, specifier) {
  return relative(SRC, join(SRC, dirname(file), specifier)).replace(/\.js$/u, '.ts');
}

function roomOf(file) {
  return file.split(/[/.]/u, 1)[0];
}

test('the check sees imports', () => {
  expect(importsOf('pipeline.ts')).toContain('./tokenize/tokenizer.js');
  expect(importsOf('cli/main.ts')).toEqual(expect.arrayContaining(['commander', './extract.js']));
});

test.each(files)('%s imports from lower rooms alone', (file) => {
  const room = roomOf(file);
  expect(heightOf.has(room)).toBe(true);
  const upward = importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => targetOf(file, specifier))
    .filter((target) => roomOf(target) !== room && !(heightOf.get(roomOf(target)) < heightOf.get(room)));
  expect(upward).toEqual([]);
});

test.each(files)('%s imports nothing from outside that its room may not', (file) => {
  const forbidden = importsOf(file)
    .filter((specifier) => !specifier.startsWith('.'))
    .filter(
      (specifier) =>
        !(OUTSIDE[specifier] ?? []).some(
          (where) => where === file || (where.endsWith('*') && file.startsWith(where.slice(0, -1))),
        ),
    );
  expect(forbidden).toEqual([]);
});

describe('the core runs anywhere', () => {
  test('nothing it reaches imports a package or a module of Node.js', () => {
    const reached = new Set(['core.ts']);
    const outside = [];
    for (const file of reached) {
      for (const specifier of importsOf(file)) {
        if (specifier.startsWith('.')) reached.add(targetOf(file, specifier));
        else outside.push(`${file}: ${specifier}`);
      }
    }
    expect(reached.size).toBeGreaterThan(40);
    expect(outside).toEqual([]);
  });
});

test.each(files.filter((file) => roomOf(file) !== 'cli' && !file.startsWith('report/page/')))(
  '%s neither prints nor ends the process',
  (file) => {
    expect(readFileSync(join(SRC, file), 'utf8')).not.toMatch(/^(?!\s*(?:\/?\*|\/\/)).*\b(?:process|console)\.[a-z]/mu);
  },
);
