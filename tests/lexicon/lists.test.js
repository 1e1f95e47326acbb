import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findHits } from '../../dist/evidence/gazetteer.js';
import { Lexicon } from '../../dist/lexicon/lexicon.js';
import { lintLists } from '../../dist/lexicon/lint.js';
import { parseLexicon } from '../../dist/lexicon/parse.js';
import { parseShares } from '../../dist/lexicon/shares.js';
import { fold } from '../../dist/text/fold.js';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { ROOT } from '../helpers/project.js';

const AMBIGUITY = 'ambiguity.tsv';
const folder = join(ROOT, 'lexicons');
const lists = readdirSync(folder)
  .filter((file) => file.endsWith('.tsv') && file !== AMBIGUITY)
  .map((file) => ({ file, content: readFileSync(join(folder, file), 'utf8') }));
const lexicon = new Lexicon(readFileSync(join(ROOT, 'dist/lexicon.bin')), 'lexicon.bin');
const entries = lists.flatMap(({ file, content }) => parseLexicon(content, file));
/** A given name may be meant as a short form where it is rare, and a few foreign names hold an apostrophe. */
const MAY_BE_MEANT = new Set(['given-name', 'suffix']);

const show = ({ place, message, rule }) => `${place.file}:${place.line}:${place.column}: ${message} [${rule}]`;

describe('the lists that ship', () => {
  test('have no errors', () => {
    const problems = lintLists(lists, { known: lexicon, shipped: true });
    expect(problems.filter(({ rule }) => !MAY_BE_MEANT.has(rule)).map(show)).toEqual([]);
  });

  test('can be found, every name of them, in running text', () => {
    const missing = [];
    for (const { file, content } of lists) {
      const names = parseLexicon(content, file).filter(({ type }) => ['PER', 'LOC', 'ORG'].includes(type));
      for (const { name, line } of names) {
        const table = tokenize(`dün ${name} geldi`);
        const hits = findHits(table, [lexicon]);
        const isFound = hits
          .list()
          .some(
            (hit) =>
              hits.from(hit) === 1 &&
              hits.to(hit) === table.length - 1 &&
              lexicon.refsOf(hits.phrase(hit)).some((ref) => ref.name === name),
          );
        if (!isFound) missing.push(`${file}:${line}: ${name}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test('leave the commonest given names to no single person', () => {
    const common = new Set(
      entries.filter(({ type, rank }) => type === 'GIVEN' && rank > 0 && rank <= 300).map(({ name }) => fold(name)),
    );
    const owned = entries
      .filter(({ type }) => type === 'PER')
      .flatMap(({ name, aliases }) =>
        aliases.filter(({ text, weak }) => !weak && common.has(fold(text))).map(({ text }) => `${name}: ${text}`),
      );
    // By these surnames alone news means one person, though they are given names too.
    expect(owned).toEqual(['Bülent Ecevit: Ecevit', 'Recep Tayyip Erdoğan: Erdoğan']);
  });

  test('know how often their ambiguous words are names', () => {
    const shares = parseShares(readFileSync(join(folder, AMBIGUITY), 'utf8'));
    expect(shares.size).toBeGreaterThan(1000);
    for (const share of shares.values()) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThan(0.98 + 0.005);
    }
    const at = (word) => shares.get(word) ?? 1;
    // A word, a word and name, a place that is nothing else.
    expect(at('Yeni')).toBeLessThan(0.2);
    expect(at('Deniz')).toBeGreaterThan(0.3);
    expect(at('Deniz')).toBeLessThan(0.9);
    expect(at('Bursa')).toBeGreaterThan(0.95);
  });

  test('stand in the table of sources, each with its licence', () => {
    const table = readFileSync(join(folder, 'SOURCES.md'), 'utf8');
    const rows = lists.filter(({ file, content }) => {
      const head = (field) => new RegExp(`^# ${field}: (.*)$`, 'mu').exec(content)?.[1];
      const row = table.split('\n').find((line) => line.startsWith(`| ${file} `));
      return !row?.includes(head('licence')) || !row.includes(head('source'));
    });
    expect(rows.map(({ file }) => file)).toEqual([]);
  });
});
