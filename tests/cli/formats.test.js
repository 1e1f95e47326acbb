import { describe, expect, test } from '@jest/globals';
import { runCli } from '../helpers/cli.js';

const TEXT = "😀 Ankara'da kar var.\n";
const RECORDS = '{"id":"x","text":"Ankara"}\n{"id":"y","text":"Ankara"}\n';
const run = (flags, stdin = TEXT) => runCli(['--no-model', ...flags], { stdin });

describe('kunye --to', () => {
  test.each([
    ['csv', ['--offsets', 'byte'], ',LOC,5,11,byte,Ankara,Ankara,da,Loc,list,'],
    ['csv', ['--offsets', 'codepoint'], ',LOC,2,8,codepoint,'],
    ['csv', [], ',LOC,3,9,utf16,'],
    ['brat', [], 'T1\tLOC 2 8\tAnkara\n'],
    ['spacy', [], '"ents":[{"start":2,"end":8,"label":"LOC"}]'],
    ['html', [], '<mark id="m1" class="LOC" title="place: Ankara">'],
  ])('%s %j', async (format, flags, part) => {
    const { code, stdout, stderr } = await run(['--to', format, ...flags]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(part);
  });

  test('csv has one header for all documents, and has it without any', async () => {
    const several = (await run(['--to', 'csv'], RECORDS)).stdout.split('\r\n');
    expect(several.map((line) => line.slice(0, 2))).toEqual(['id', 'x,', 'y,', '']);
    expect((await run(['--to', 'csv', '--from', 'jsonl'], '\n')).stdout).toMatch(/^id,type,[a-z,]*\r\n$/);
  });

  test('spacy has a line a document', async () => {
    const lines = (await run(['--to', 'spacy'], RECORDS)).stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).text)).toEqual(['Ankara', 'Ankara']);
  });

  test.each([
    ['brat', []],
    ['html', []],
    ['brat', ['--from', 'jsonl']],
  ])('%s refuses a second document %j', async (format, flags) => {
    const { code, stderr } = await run(['--to', format, ...flags], RECORDS);
    expect([code, stderr]).toEqual([2, `kunye: --to ${format} is one document a run: give one text\n`]);
  });

  test.each(['brat', 'spacy'])('%s refuses byte offsets', async (format) => {
    const { code, stderr } = await run(['--to', format, '--offsets', 'byte']);
    expect([code, stderr]).toEqual([2, `kunye: --to ${format} counts in code points, --offsets byte cannot be\n`]);
  });
});
