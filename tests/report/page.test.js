import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderReport } from '../../dist/report/page.js';
import { fill, REPORT_TEXTS } from '../../dist/report/texts.js';
import { escapeHtml, scriptJson } from '../../dist/text/html.js';

const ASSETS = JSON.parse(readFileSync(new URL('../../dist/report/page.json', import.meta.url), 'utf8'));
const DATA = {
  documents: 1,
  dated: 0,
  mentions: 1,
  names: 1,
  namesCut: false,
  bySentence: true,
  rows: [],
  details: [],
  sentences: [],
  sources: [],
};
const EVIL = [
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '<!--<script>',
  '"\'>&amp;',
  'a\u2028b\u2029c',
];
const render = (data = DATA, options = {}) => renderReport(data, { lang: 'tr', version: '0', ...options }, ASSETS);
/** The page without what künye itself puts into it. */
const bare = (page) => page.replace(ASSETS.script, '').replace(ASSETS.style, '');

describe('the page', () => {
  test.each(EVIL)('a name, sentence, id or title %j stays text', (evil) => {
    const plain = bare(render());
    const page = bare(
      render(
        {
          ...DATA,
          rows: [[0, evil, 1, 1]],
          details: [{ aliases: [evil], roles: [evil] }],
          sentences: [[evil, 0]],
          sources: [[evil, evil]],
        },
        { title: evil },
      ),
    );
    const tags = (html) => html.match(/<[a-z/!][^>]*>/giu);
    expect(tags(page)).toEqual(tags(plain));
    const [, json] = /<script type="application\/json"[^>]*>(.*?)<\/script>/su.exec(page);
    expect(json).not.toMatch(/[<>\u2028\u2029]/u);
    expect(JSON.parse(json).data.rows[0][1]).toBe(evil);
  });

  test('its policy allows its own script and style and nothing else', () => {
    const page = render();
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(page);
    const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const [, style] = /<style>(.*?)<\/style>/su.exec(page);
    const [, script] = /<script>(.*?)<\/script>/su.exec(page);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(script)}`,
      `style-src ${hash(style)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test('it names no address to load anything from', () => {
    const page = bare(render());
    expect(page.match(/\b(?:src|href)="(?!#|data:,)[^"]*"/gu)).toBeNull();
    expect(ASSETS.style).not.toMatch(/url\(|@import/u);
  });

  test('it holds the licences of what is built into it', () => {
    const [licences] = ASSETS.script.split('*/', 1);
    expect(licences).toContain('Leon Sorokin');
    expect(licences).toContain('Mike Bostock');
    expect(
      licences.match(/notice(?:\s+and this permission notice)? (?:shall be included|appear) in\s+all\s+copies/gu),
    ).toHaveLength(2);
  });

  test.each([
    ['tr', 'Ad ara'],
    ['en', 'Search names'],
  ])('it speaks the language asked for: %s', (lang, words) => {
    const page = bare(render(DATA, { lang }));
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).toContain(words);
  });
});

test('both languages have the same texts with the same places to fill', () => {
  const places = (texts) =>
    Object.entries(texts).map(([key, text]) => [
      key,
      String(text)
        .match(/\{[a-z]+\}/gu)
        ?.sort() ?? [],
    ]);
  expect(places(REPORT_TEXTS.en)).toEqual(places(REPORT_TEXTS.tr));
});

test('filling leaves unknown places and inserted braces alone', () => {
  expect(fill('{a} {b} {a}', { a: '{b}' })).toBe('{b} {b} {b}');
  expect(fill('{n}', {})).toBe('{n}');
});

test('JSON for scripts is the same value, and holds no way out of its element', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = scriptJson(value);
      return JSON.stringify(JSON.parse(json)) === JSON.stringify(value) && !/[<>&\u2028\u2029]/u.test(json);
    }),
  );
});

test('escaped text holds no mark of HTML but its own', () => {
  expect(escapeHtml(`<a href="x" title='y'>&\u0000`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;\ufffd');
});
