import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { testRows } from './helpers/rows.js';

/**
 * The rooms of src from low to high; a room imports lower ones only, and none beside it on its own floor. Files directly in src are rooms of
 * one file.
 */
const FLOORS = [
  ['types', 'errors'],
  ['text', 'arguments'],
  ['tokenize', 'morphology'],
  ['lexicon'],
  ['evidence'],
  ['tagger'],
  ['resolve'],
  ['pipeline'],
  ['explain', 'input', 'output', 'resources'],
  ['doc'],
  ['kunye'],
  ['core', 'load'],
  ['evaluate'],
  ['train', 'batch', 'check', 'report'],
  ['index', 'wink'],
  ['cli'],
];
const FLOOR = new Map(FLOORS.flatMap((rooms, floor) => rooms.map((room) => [room, floor])));

/** Rooms that may import even less than their floor allows. */
const ONLY = { morphology: ['text'], tokenize: ['text', 'types'], text: [], types: [], errors: [] };

/** Rooms that touch neither files nor the process, so that they run anywhere. */
const PURE = new Set([
  'types',
  'errors',
  'arguments',
  'text',
  'tokenize',
  'morphology',
  'lexicon',
  'evidence',
  'tagger',
  'resolve',
  'pipeline',
  'output',
]);

/** Packages and the rooms that may import them; types alone are free. */
const PACKAGES = { commander: ['cli'], chalk: ['cli'] };

const IMPORT =
  /^(?:import|export)\s+(type\s)?[^'"=();]*?\sfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gmu;

/** All imports of a source: what is imported and whether as a type only. */
function importsOf(source) {
  return [...source.matchAll(IMPORT)].map(([, type, ...from]) => ({ from: from.find(Boolean), type: Boolean(type) }));
}

/** What is wrong with the imports of a file, given by its path inside src. */
function faultsOf(file, imports) {
  const room = roomOf(file);
  const floor = FLOOR.get(room);
  if (floor === undefined) return [`${file}: the room '${room}' has no floor; give it one in tests/imports.test.js`];
  return imports.flatMap(({ from, type }) => {
    const fault = faultOf(file, room, floor, from, type);
    return fault ? [`${file} imports ${from}: ${fault}`] : [];
  });
}

/** The kernel is compiled to WebAssembly: it shares numbers with the rest, no code. */
const KERNEL = 'tagger/kernel/';
const KERNEL_SHARES = ['tagger/layout', 'tagger/templates'];

function kernelFaultOf(file, from) {
  const target = relative('/', resolve('/', dirname(file), from));
  if (target.startsWith(KERNEL)) return file.startsWith(KERNEL) ? undefined : 'the kernel is compiled apart';
  if (!file.startsWith(KERNEL) || KERNEL_SHARES.includes(target)) return undefined;
  return `the kernel may import ${KERNEL_SHARES.join(' and ')} only`;
}

function faultOf(file, room, floor, from, type) {
  if (from.startsWith('node:')) return PURE.has(room) ? `${room} must run without Node` : undefined;
  if (!from.startsWith('.')) {
    const rooms = PACKAGES[from.split('/')[0]];
    return rooms && !type && !rooms.includes(room) ? `only ${rooms.join(', ')} may` : undefined;
  }
  const kernelFault = kernelFaultOf(file, from);
  if (kernelFault) return kernelFault;
  if (!from.endsWith('.js')) return undefined;
  const target = roomOf(relative('/', resolve('/', dirname(file), from)));
  if (target === room) return undefined;
  if (!FLOOR.has(target)) return `the room '${target}' has no floor`;
  if (ONLY[room] && !ONLY[room].includes(target))
    return `${room} may import ${ONLY[room].join(', ') || 'nothing'} only`;
  return FLOOR.get(target) < floor ? undefined : `${target} does not lie below ${room}`;
}

function roomOf(file) {
  return file.split('/')[0].replace(/\.[jt]s$/u, '');
}

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

function sources() {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(SRC, join(entry.parentPath ?? entry.path, entry.name)))
    .sort()
    .map((file) => ({ file, source: readFileSync(join(SRC, file), 'utf8') }));
}

test('no room imports a higher one', () => {
  expect(sources().flatMap(({ file, source }) => faultsOf(file, importsOf(source)))).toEqual([]);
});

testRows(
  'the guard fires',
  [
    ['text/fold.ts', "import { x } from '../tokenize/tokenizer.js';", 1, 'upwards'],
    ['morphology/analyser.ts', "import { x } from '../tokenize/url.js';", 1, 'a neighbour on the same floor'],
    ['morphology/analyser.ts', "import type { Token } from '../types.js';", 1, 'morphology knows text only'],
    ['tokenize/url.ts', "import { x } from '../errors.js';", 1, 'tokenize knows text and types only'],
    ['evidence/facts.ts', "import {\n  x,\n  y,\n} from '../resolve/link.js';", 1, 'over several lines'],
    ['evidence/facts.ts', "import type { X } from '../pipeline.js';", 1, 'types are imports too'],
    ['pipeline.ts', "export { main } from './cli/main.js';", 1, 're-exports are imports too'],
    ['output/json.ts', "import { readFileSync } from 'node:fs';", 1, 'files in a pure room'],
    ['resolve/link.ts', "const fs = await import('node:fs');", 1, 'a dynamic import'],
    ['output/pretty.ts', "import chalk from 'chalk';", 1, 'chalk is passed in'],
    ['report/page.ts', "import { Command } from 'commander';", 1, 'commander belongs to cli'],
    ['nowhere/x.ts', '', 1, 'a room without a floor'],
    ['text/fold.ts', "import '../cli/main.js';", 1, 'a bare import'],
    ['output/pretty.ts', "import type { ChalkInstance } from 'chalk';", 0, 'the type of chalk is free'],
    [
      'cli/main.ts',
      "import chalk from 'chalk';\nimport fs from 'node:fs';\nimport { x } from '../index.js';",
      0,
      'cli may',
    ],
    [
      'evidence/rules/heads.ts',
      "import { x } from '../facts.js';\nimport { y } from '../../lexicon/entry.js';",
      0,
      'down',
    ],
    ['cli/version.ts', "import data from '../../package.json';", 0, 'a data file'],
    ['load/x.ts', "export const at = new URL('../lexicon.bin', import.meta.url);", 0, 'no import at all'],
    ['text/fold.ts', "import { x } from './chars.js';", 0, 'the same room'],
    ['tagger/tagger.ts', "import { tag } from './kernel/passes.js';", 1, 'the kernel is no module of JavaScript'],
    ['tagger/kernel/words.ts', "import { formOf } from '../form.js';", 1, 'the kernel knows no text'],
    [
      'tagger/kernel/words.ts',
      "import { Word } from '../layout';\nimport { ints } from './arrays';",
      0,
      'numbers that both agree on',
    ],
  ],
  (file, source) => faultsOf(file, importsOf(source)).length,
);

/** What code outside src/text must not do: JavaScript's own case and word rules do not know Turkish. */
const FORBIDDEN = [
  [/\.to(?:Locale)?(?:Lower|Upper)Case\(/u, 'changes case; right would be lower, upper or fold of src/text'],
  [/(?:^|[^\\])(?:\\\\)*\\[wWbB]/u, 'uses \\w or \\b; right would be \\p{L} or the classes of src/text'],
];

/** Lines of a source that break the rule. */
function unturkishLines(file, source) {
  if (file.startsWith('text/')) return [];
  return source.split('\n').flatMap((line, i) => {
    if (/^\s*(?:\/\/|\/?\*)/u.test(line)) return [];
    return FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(([, why]) => `${file}:${i + 1} ${why}`);
  });
}

test('no code outside src/text changes case or matches words by itself', () => {
  expect(sources().flatMap(({ file, source }) => unturkishLines(file, source))).toEqual([]);
});

testRows(
  'the scan fires',
  [
    ['cli/main.ts', 'const a = b.toLowerCase();', 1, 'the wrong i'],
    ['cli/main.ts', "const a = b.toLocaleUpperCase('tr');", 1, 'even with the locale: one place does it'],
    ['cli/main.ts', 'const a = /\\bx/u;', 1, '\\b does not know ş'],
    ['cli/main.ts', 'const a = /[\\w-]+/u;', 1, '\\w does not know ş'],
    ['cli/main.ts', '// b.toLowerCase() is wrong', 0, 'a comment'],
    ['text/fold.ts', "const a = b.toLocaleUpperCase('tr');", 0, 'the one place'],
    ['cli/main.ts', "const a = '\\n';", 0, 'another escape'],
  ],
  (file, source) => unturkishLines(file, source).length,
);
