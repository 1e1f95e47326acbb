import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Exit } from '../../dist/cli/exit.js';
import { OUTPUT_FORMATS } from '../../dist/cli/options.js';
import { TOPICS } from '../../dist/cli/topics.js';
import { KNOWN_FILES } from '../../dist/cli/walk.js';
import { INPUT_FORMATS } from '../../dist/input/document.js';
import { runCli } from '../helpers/cli.js';
import { ROOT } from '../helpers/project.js';

const topicNamed = (name) => TOPICS.find((topic) => topic.name === name).text;

describe('kunye help', () => {
  test('lists commands and topics', async () => {
    const { code, stdout } = await runCli(['help']);
    expect(code).toBe(0);
    for (const { name, summary } of TOPICS) expect(stdout).toContain(`${name.padEnd(11)}  ${summary}`);
    expect(stdout).toContain('Usage: kunye');
  });

  test.each([
    [['exit-codes'], 'Exit codes', 'a topic'],
    [['batch'], 'Usage: kunye batch', 'a command'],
    [['lexicon', 'lint'], 'Usage: kunye lexicon lint', 'a command below a command'],
    [['explain'], 'Usage: kunye explain', 'what is both: the topic, then the command'],
  ])('%j shows %s: %s', async (words, part) => {
    const { code, stdout, stderr } = await runCli(['help', ...words]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(part);
  });

  test('names what there is help on when there is none', async () => {
    const { code, stderr } = await runCli(['help', 'nothing']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^kunye: no help on 'nothing'; there is some on input, .*, batch,/u);
  });
});

describe('topics', () => {
  test.each(TOPICS)('$name fits a terminal', ({ text }) => {
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text.endsWith('\n')).toBe(true);
  });

  test.each(OUTPUT_FORMATS)('formats says what %s is', (format) => {
    expect(topicNamed('formats')).toMatch(new RegExp(`^${format} `, 'mu'));
  });

  test.each(INPUT_FORMATS)('input says what %s is', (format) => {
    expect(topicNamed('input')).toContain(`--from ${format} `);
  });

  test.each(KNOWN_FILES.match(/\.[a-z]+(?= |,)/gu))(
    'input and the page on many articles say that %s is read',
    (ending) => {
      expect(topicNamed('input')).toMatch(new RegExp(`\\${ending}[, ]`, 'u'));
      expect(readFileSync(`${ROOT}docs/scale.md`, 'utf8')).toContain(`\`${ending}\``);
    },
  );

  test.each(['NO_COLOR', 'TERM', 'GITHUB_ACTIONS', 'CI'])('environment says what %s does', (variable) => {
    expect(topicNamed('environment')).toMatch(new RegExp(`^${variable}\\b`, 'mu'));
  });

  test.each(Object.values(Exit))('exit-codes says what %i is', (code) => {
    expect(topicNamed('exit-codes')).toMatch(new RegExp(`^${code} `, 'mu'));
  });
});

describe('kunye completion', () => {
  test.each(['bash', 'zsh', 'fish'])('%s knows every option of every command', async (shell) => {
    const { stdout } = await runCli(['completion', shell]);
    for (const command of ['extract', 'batch', 'check', 'lexicon lint', 'train']) {
      const { stdout: help } = await runCli([...command.split(' '), '--help']);
      for (const [, option] of help.matchAll(/^ +(?:-\w, )?--([a-z][\w-]*)/gmu))
        expect(stdout).toContain(shell === 'fish' ? `-l ${option}` : `--${option}`);
    }
  });

  test.each(['bash', 'zsh', 'fish'])('%s knows what there is help on, and the shells', async (shell) => {
    const { stdout } = await runCli(['completion', shell]);
    const plain = stdout.replaceAll("'", '');
    expect(plain).toContain('input formats lexicon model explain exit-codes environment completion extract');
    expect(plain).toContain('bash zsh fish');
  });

  test('of another shell is a usage error', async () => {
    const { code, stderr } = await runCli(['completion', 'tcsh']);
    expect(code).toBe(2);
    expect(stderr).toContain('bash, zsh, fish');
  });
});
