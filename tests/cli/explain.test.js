import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderOf, runCli } from '../helpers/cli.js';

const TEXT = "Dışişleri Bakanı Sergey Lavrov Ordu'da konuştu.";

let folder;
beforeAll(() => {
  folder = folderOf({
    'a.txt': TEXT,
    'r.jsonl': '{"id":"x","text":"Ankara"}\nno\n{"text":"kar"}\n',
    'own.tsv': 'Lavrov\tORG\n',
  });
});
afterAll(() => folder.remove());

const explain = (...args) => runCli(['explain', ...args]);
const candidates = async (...args) => JSON.parse((await explain('--to', 'json', ...args)).stdout).candidates;

describe('kunye explain --no-model', () => {
  test('prints each candidate with its evidence, and why it was kept or dropped', async () => {
    const { code, stdout, stderr } = await explain('--no-model', '--text', TEXT);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^✓ PER Sergey Lavrov {2}\[17, 30\) {2}score [01]\.\d\d {2}kept$/mu);
    expect(stdout).toMatch(/^ {4}\+\d\.\d {2}title-before: the title Dışişleri Bakanı stands before$/mu);
    expect(stdout).toMatch(/^✗ PER Lavrov .* dropped: PER Sergey Lavrov is longer$/mu);
    expect(stdout).toMatch(/^✗ ORG Dışişleri .* dropped: score below 0\.5$/mu);
  });

  test('the weights and the prior add up to the score', async () => {
    const rows = await candidates('--no-model', '--text', TEXT);
    expect(rows.length).toBeGreaterThan(2);
    for (const { score, evidence } of rows) {
      const sum = evidence.reduce((total, { weight }) => total + weight, -2);
      expect(score).toBeCloseTo(1 / (1 + Math.exp(-sum)), 1);
    }
  });

  test.each([
    [['--lexicon', 'own.tsv'], 'Lavrov', "kept: the user's list wins"],
    [['--lexicon', 'own.tsv'], 'Sergey Lavrov', "dropped: ORG Lavrov is in the user's list"],
    [['--types', 'LOC'], 'Sergey Lavrov', 'dropped: its type was not asked for'],
    [['--min-score', '1'], 'Ordu', 'dropped: score below 1'],
  ])('%j: %s is %s', async (args, name, verdict) => {
    const rows = await candidates(
      '--no-model',
      ...args.map((arg) => (arg === 'own.tsv' ? folder.at(arg) : arg)),
      folder.at('a.txt'),
    );
    expect(rows.filter(({ text }) => text === name).map((row) => row.verdict)).toContain(verdict);
  });
});

describe('kunye explain with the tagger', () => {
  test('tells ten features in words, the weightiest first', async () => {
    const [row] = (await candidates(folder.at('a.txt'))).filter(({ kept }) => kept);
    expect(row).toMatchObject({ text: 'Sergey Lavrov', type: 'PER', verdict: 'kept' });
    const [model, ...features] = row.evidence;
    expect([model.rule, features.length, ...new Set(features.map(({ rule }) => rule))]).toEqual([
      'model',
      10,
      'feature',
    ]);
    const weights = features.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    for (const { detail } of features) expect(detail).toMatch(/^"(?:Sergey|Lavrov)": \S/u);
  });

  test('also shows what the tagger passed over, and why', async () => {
    const rows = (await candidates('--text', TEXT)).filter(({ kept }) => !kept);
    const verdicts = new Set(rows.map(({ verdict }) => verdict));
    expect(verdicts).toContain('dropped: PER Sergey Lavrov is likelier, says the tagger');
    expect((await candidates('--text', 'Barış istiyoruz.')).map(({ verdict }) => verdict)).toContain(
      'dropped: more likely no name, says the tagger',
    );
    for (const { score } of rows) expect(score).toBeLessThan(0.5);
  });

  test('finds what extract finds', async () => {
    const texts = [
      TEXT,
      'Deniz Korkmaz, Sinop Tabipler Odası üyesi. Korkmaz dün Ordu’ya gitti.',
      'HABER: AYŞE YILMAZ ANKARA’DA',
    ];
    for (const text of texts) {
      const { entities } = JSON.parse((await runCli(['--to', 'json'], { stdin: text })).stdout);
      const kept = (await candidates('--text', text)).filter((row) => row.kept);
      const told = ({ type, start, name }) => ({ type, start, name });
      expect(kept.map(told)).toEqual(entities.map(told));
    }
  });

  test.each([
    'Ankara',
    "Vali Ayşe Kaya, Rize'nin Çamlıhemşin ilçesinde TBMM’ye seslendi: 'Gelin!'",
    '…',
    'A',
    '# @a 1',
  ])('no feature is without words: %s', async (text) => {
    const { stdout } = await explain('--text', text);
    expect(stdout).not.toMatch(/undefined|no\. \d|NaN/u);
  });
});

describe('kunye explain', () => {
  test('reads what extract reads, names each document, and goes on after a broken line', async () => {
    const { code, stdout, stderr } = await explain('--no-model', folder.at('r.jsonl'));
    expect([code, stdout.split('\n').filter((line) => !line.startsWith(' '))]).toEqual([
      3,
      ['x', expect.stringMatching(/^✓ LOC Ankara {2}/u), 'no candidates', ''],
    ]);
    expect(stderr).toMatch(/r\.jsonl:2: not JSON/u);
    expect((await runCli(['explain', '--no-model'], { stdin: 'kar' })).stdout).toBe('no candidates\n');
  });

  test('control characters of an id and a text cannot steer the terminal', async () => {
    const stdin = JSON.stringify({ id: 'x\u001b[2J\ny', text: 'Dün Rize\u009b2J Ankara\u001b[2J' });
    const { stdout } = await runCli(['explain', '--no-model', '--from', 'jsonl'], { stdin });
    expect(stdout).toMatch(/^x·\[2J·y\n/u);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('as JSON prints an object a document, on a line', async () => {
    const { stdout } = await explain('--no-model', '--to', 'json', folder.at('r.jsonl'));
    const docs = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(docs.map(({ id, candidates: rows }) => [id, rows.length])).toEqual([
      ['x', 1],
      [undefined, 0],
    ]);
  });

  test('a text instead of a path gets a hint', async () => {
    const { code, stderr } = await explain('--no-model', 'Ankara soğuk');
    expect([code, stderr]).toEqual([
      3,
      'kunye: Ankara soğuk: no such file or folder; right for a text would be kunye explain --text "TEXT"\n',
    ]);
  });
});
