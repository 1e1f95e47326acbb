import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { loadHtmlTools } from '../dist/cli/html.js';
import { LONGEST_NAME } from '../dist/evidence/choose.js';
import { parseHtml } from '../dist/input/html.js';
import { loadResources, shippedLexicon, shippedModel } from '../dist/load/resources.js';
import { analyseText } from '../dist/pipeline.js';

const model = shippedModel();
const resources = loadResources({ lexicon: shippedLexicon(), userLexicons: [], ...(model && { model }) });
const FOLDER = new URL('./fixtures-hostile/', import.meta.url);
const rows = JSON.parse(readFileSync(new URL('repeated.json', FOLDER), 'utf8'));
const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

describe('texts that once took forever', () => {
  test.each(rows)('$unit $times times: $why', ({ unit, times }) => {
    const text = unit.repeat(times);
    const { result } = analyseText(text, resources);
    for (const { start, end, text: name } of result.entities) expect(text.slice(start, end)).toBe(name);
    // No name of that many words: what makes the time grow with the text alone.
    const longest = Math.max(0, ...result.entities.map((entity) => entity.text.split(/\s+/u).length));
    expect(longest).toBeLessThanOrEqual(LONGEST_NAME);
  });
});

describe('pages over which a parser stumbled', () => {
  test.each(pages)('%s', async (name) => {
    const { text } = parseHtml(readFileSync(new URL(name, FOLDER), 'utf8'), await loadHtmlTools(), name);
    expect(text).toContain('Rize');
  });
});
