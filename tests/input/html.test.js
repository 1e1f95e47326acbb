import { describe, expect, test } from '@jest/globals';
import { loadHtmlTools } from '../../dist/cli/html.js';
import { parseHtml } from '../../dist/input/html.js';

const tools = await loadHtmlTools();
const BODY = `<nav><ul><li><a href="/">Ana sayfa</a></li><li><a href="/spor">Spor</a></li></ul></nav>
<article><h1>Köprü açıldı</h1>
<p>Ulaştırma Bakan Yardımcısı Selin Aydoğan, Gelibolu yakınındaki köprüyü açtı. Aydoğan, köprünün iki yakayı bağladığını, yolun artık çok kısaldığını söyledi.</p><p>Törene gelenler <b>Bursa</b>'dan, Çanakkale'den ve Balıkesir'den yola çıkmıştı; köprü trafiğe akşam saatlerinde, kısa bir konuşmanın ardından açıldı.</p>
<script>document.write('Sivas');</script><style>p { color: red }</style></article><footer>Künye, iletişim</footer>`;
const page = (head, body = BODY) => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

test('the article alone is kept, one line a paragraph, words in inline elements whole', () => {
  const { text } = parseHtml(page('<title>x</title>'), tools, 'x');
  expect(text).toContain("söyledi.\nTörene gelenler Bursa'dan,");
  for (const other of ['Ana sayfa', 'Sivas', 'color', 'iletişim']) expect(text).not.toContain(other);
});

describe('title and date', () => {
  test.each([
    [
      '<title>Köprü açıldı - Gazete</title><meta property="og:title" content=" Köprü  açıldı ">',
      'Köprü açıldı',
      undefined,
      'og:title without the name of the site',
    ],
    ['<title>Gazete</title>', 'Köprü açıldı', undefined, 'the first heading, before <title>'],
    [
      '<meta property="article:published_time" content="2024-05-01T10:00:00+03:00">',
      'Köprü açıldı',
      '2024-05-01T10:00:00+03:00',
      'date as it is written',
    ],
    ['<meta itemprop="datePublished" content="2024-05-02">', 'Köprü açıldı', '2024-05-02', 'microdata'],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":["NewsArticle"],"headline":"Köprü","datePublished":"2024-05-03"}]}</script>',
      'Köprü',
      '2024-05-03',
      'JSON-LD, the article before the page',
    ],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle",</script>',
      'Köprü açıldı',
      undefined,
      'broken JSON-LD is passed over',
    ],
    [
      '<script type="application/ld+json">[null,1,{"@type":"NewsArticle","headline":5}]</script>',
      'Köprü açıldı',
      undefined,
      'JSON-LD of other shapes',
    ],
  ])('%s', (head, title, date, _why) => {
    const doc = parseHtml(page(head), tools, 'x');
    expect([doc.title, doc.date]).toEqual([title, date]);
  });

  test('<time> when the head knows no date', () => {
    expect(parseHtml(page('', `<time datetime="2024-05-04">dün</time>${BODY}`), tools, 'x').date).toBe('2024-05-04');
  });
});

describe('pages that are no articles', () => {
  test.each([
    ['', '', 'nothing'],
    ['Rize', 'Rize', 'no tag at all'],
    ['<p>Rize<br>Sivas', 'Rize\nSivas', 'a fragment'],
    ['<table><tr><td>Rize<td>Sivas</table>', 'Rize\nSivas', 'a table'],
    ['<p>A&amp;B &ouml; &#351; &#x15F;</p>', 'A&B ö ş ş', 'entities'],
    ['<pre>Rize   ve\nSivas</pre>', 'Rize ve Sivas', 'white space folds'],
    ['<script>x<y</script>Rize', 'Rize', 'script is no text'],
  ])('%j gives %j: %s', (html, text) => {
    expect(parseHtml(html, tools, 'x').text).toBe(text);
  });
});

describe('pages that would take a parser forever', () => {
  test.each(['<div>'.repeat(100_000), `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}=1`).join(' ')}>`])(
    'are refused',
    (html) => {
      expect(() => parseHtml(html, tools, 'x.html')).toThrow(
        /more than .*; right would be a page as sites publish it/u,
      );
    },
  );

  test.each([
    ['<p>Rize'.repeat(20_000), 20_000, 'paragraphs without end tags are no nesting'],
    [`${'<div>'.repeat(390)}Rize${'</div>'.repeat(390)}`.repeat(100), 100, 'deep and wide: read whole, not scored'],
    ['< '.repeat(80_000), 1, 'a stack overflow in the parser of Readability once'],
  ])('or read whole', (html, lines) => {
    expect(parseHtml(html, tools, 'x').text.split('\n')).toHaveLength(lines);
  });
});
