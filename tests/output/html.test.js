import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { renderHtml } from '../../dist/output/html.js';
import { expectLinear } from '../helpers/linear.js';

const TEXT = "Moskova'da yağmur\n\nSergey Lavrov, Rusya Dışişleri Bakanlığı'nda konuştu.\nLavrov ayrıldı.";
const at = (type, text, name, from = 0) => {
  const start = TEXT.indexOf(text, from);
  return { type, start, end: start + text.length, text, name };
};
const RESULT = {
  id: 'a.txt',
  date: '2024-01-05',
  title: 'Görüşme',
  people: [{ name: 'Sergey Lavrov', count: 2, aliases: ['Lavrov'], roles: ['Rusya Dışişleri Bakanı'] }],
  places: [{ name: 'Moskova', count: 1 }],
  organizations: [{ name: 'Rusya Dışişleri Bakanlığı', count: 1 }],
  entities: [
    at('LOC', 'Moskova', 'Moskova'),
    at('PER', 'Sergey Lavrov', 'Sergey Lavrov'),
    at('ORG', 'Rusya Dışişleri Bakanlığı', 'Rusya Dışişleri Bakanlığı'),
    at('PER', 'Lavrov', 'Sergey Lavrov', TEXT.lastIndexOf('Lavrov')),
  ],
};

const pageOf = (text, result) => parseHTML(renderHtml(text, result)).document;
const visible = (node) => {
  for (const unseen of node.querySelectorAll('.unseen')) unseen.remove();
  return node.textContent;
};

describe('the article page', () => {
  const page = pageOf(TEXT, RESULT);

  test('marks each name with its type and links it to its entry, and back', () => {
    const marks = [...page.querySelectorAll('article mark')];
    expect(marks.map((mark) => [mark.className, mark.getAttribute('title')])).toEqual([
      ['LOC', 'place: Moskova'],
      ['PER', 'person: Sergey Lavrov'],
      ['ORG', 'organization: Rusya Dışişleri Bakanlığı'],
      ['PER', 'person: Sergey Lavrov'],
    ]);
    const ids = [...page.querySelectorAll('[id]')].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href').slice(1));
    expect(targets).toHaveLength(8);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('shows paragraphs, legend, roles and other forms', () => {
    expect([...page.querySelectorAll('article p')].map(visible)).toEqual([
      "Moskova'da yağmur",
      "Sergey Lavrov, Rusya Dışişleri Bakanlığı'nda konuştu.\nLavrov ayrıldı.",
    ]);
    expect([...page.querySelectorAll('.legend li')].map((item) => item.textContent)).toEqual([
      'People 1',
      'Places 1',
      'Organizations 1',
    ]);
    expect(page.querySelector('#PER-1').textContent).toBe('Sergey Lavrov Rusya Dışişleri Bakanı; also: Lavrov ↑1 ↑2');
    expect([page.title, page.querySelector('h1').textContent, page.querySelector('time').textContent]).toEqual([
      'Görüşme',
      'Görüşme',
      '2024-01-05',
    ]);
  });

  test('a name over a blank line stays in one paragraph', () => {
    const text = 'Dün Ali\n\nKaya geldi.';
    const entities = [{ type: 'PER', start: 4, end: 13, text: text.slice(4, 13), name: 'Ali Kaya' }];
    const people = [{ name: 'Ali Kaya', count: 1 }];
    const article = pageOf(text, { people, places: [], organizations: [], entities }).querySelector('article');
    expect([...article.querySelectorAll('p')].map(visible)).toEqual(['Dün Ali Kaya geldi.']);
    expect(article.querySelector('mark a').textContent).toBe('Ali Kaya');
  });

  test('takes linear time for many names', () => {
    const entities = Array.from({ length: 16_000 }, (_, i) => ({
      type: 'PER',
      start: i,
      end: i + 1,
      text: 'a',
      name: `a${i}`,
    }));
    const people = entities.map(({ name }) => ({ name, count: 1 }));
    const result = { people, places: [], organizations: [], entities };
    const html = expectLinear(() => renderHtml('a'.repeat(entities.length), result));
    expect(html.match(/href="#m16000"/gu)).toHaveLength(1);
  });

  test('forbids scripts, loads nothing and names its languages', () => {
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(page.querySelectorAll('script, link, img, iframe, [src], [onclick], [onload]')).toHaveLength(0);
    expect([page.documentElement.getAttribute('lang'), page.querySelector('article').getAttribute('lang')]).toEqual([
      'en',
      'tr',
    ]);
  });

  test('whatever the texts are, they add no element and no attribute', () => {
    const evil = fc.constantFrom(
      '<script>x</script>',
      '"><img src=x onerror=y>',
      "' onclick='x",
      '&amp;',
      '</title>',
      '\u0000',
      'a',
    );
    fc.assert(
      fc.property(evil, evil, evil, evil, (text, name, title, role) => {
        const entities = [{ type: 'PER', start: 0, end: text.length, text, name }];
        const summary = { name, count: 1, aliases: [text], roles: [role] };
        const result = { title, date: role, people: [summary], places: [], organizations: [], entities };
        const document = pageOf(text, result);
        const plain = pageOf('a', {
          ...result,
          title: 'a',
          date: 'a',
          people: [{ name: 'a', count: 1, aliases: ['a'], roles: ['a'] }],
          entities: [{ type: 'PER', start: 0, end: 1, text: 'a', name: 'a' }],
        });
        const shape = (root) =>
          [...root.querySelectorAll('*')].map(
            (element) => `${element.tagName} ${[...element.attributes].map((a) => a.name)}`,
          );
        expect(shape(document)).toEqual(shape(plain));
        expect(document.querySelector('mark a').textContent).toBe(text.replaceAll('\u0000', '\ufffd'));
      }),
    );
  });

  test('every colour of text on its ground has a contrast of at least 7 to 1, in both themes', () => {
    const style = page.querySelector('style').textContent;
    for (const theme of style.match(/:root \{[^}]*\}/g)) {
      const colour = Object.fromEntries([...theme.matchAll(/--(\w+): (#\w+)/g)].map(([, key, value]) => [key, value]));
      const pairs = [
        ['ink', 'ground'],
        ['dim', 'ground'],
        ['ink', 'PER'],
        ['ink', 'LOC'],
        ['ink', 'ORG'],
      ];
      const low = pairs.filter(([a, b]) => contrast(colour[a], colour[b]) < 7);
      expect(low).toEqual([]);
    }
  });
});

/** Contrast as WCAG 2.2 defines it. */
function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex) {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  const [r, g, b] = digits
    .map((pair) => Number.parseInt(pair, 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
