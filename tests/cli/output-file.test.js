import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkOutput, unwritable } from '../../dist/cli/output-file.js';
import { folderOf } from '../helpers/cli.js';
import { testRows } from '../helpers/rows.js';

describe('why a file cannot be written', () => {
  testRows(
    'is said in words',
    [
      ['ENOENT', 'x: no such folder', 'the folder is missing'],
      ['ENOTDIR', 'x: no such folder', 'a file stands for the folder'],
      ['EISDIR', 'x: is a folder, not a file', 'a folder of that name'],
      ['EACCES', 'x: no permission to write here', 'of others'],
      ['EROFS', 'x: the file system is read-only', 'mounted so'],
      ['ENOSPC', 'x: no space left on the disk', 'full'],
      ['EOTHER', 'x: as the system says it', 'anything else'],
    ],
    (code) => unwritable('x', Object.assign(new Error('as the system says it'), { code })).message,
  );
});

describe('an output', () => {
  let folder;
  beforeAll(() => {
    folder = folderOf({ 'a.tsv': 'a', 'b.tsv': 'b' });
    mkdirSync(folder.at('deep'));
    symlinkSync(folder.at('a.tsv'), folder.at('link'));
  });
  afterAll(() => folder.remove());

  test.each([
    ['a.tsv', 'USAGE', 'the input itself'],
    ['deep/../a.tsv', 'USAGE', 'the input by another path'],
    ['link', 'USAGE', 'a link to the input'],
    ['deep', 'OUTPUT_FAILED', 'a folder'],
    ['none/x', 'OUTPUT_FAILED', 'in no folder'],
    ['a.tsv/x', 'OUTPUT_FAILED', 'below a file'],
    ['b.tsv', undefined, 'another file, which is overwritten'],
    ['deep/x', undefined, 'a new file'],
  ])('%s gives %s: %s', (output, expected) => {
    const input = relative('.', folder.at('a.tsv'));
    let code;
    try {
      checkOutput(`${folder.path}/${output}`, [input]);
    } catch (error) {
      code = error.code;
    }
    expect(code).toBe(expected);
    expect(readFileSync(join(folder.path, 'a.tsv'), 'utf8')).toBe('a');
  });
});
