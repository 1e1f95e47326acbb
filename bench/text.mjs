import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Random } from '../dist/train/random.js';

const FIXTURES = new URL('../fixtures/articles/', import.meta.url);

/** Usual length of a news article, in UTF-16 units. */
export const ARTICLE = 3000;

/** Articles of text that is given: a .txt is cut into articles at its blank lines, .jsonl and .jsonl.gz hold one in the field `text`. */
export function readArticles(path) {
  const bytes = readFileSync(path);
  const content = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  if (!/\.jsonl(\.gz)?$/u.test(path)) return cut(content.split(/\n\s*\n/u));
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line).text);
}

/** Makes articles of the project's own fixtures, their paragraphs shuffled the same way every time. */
export function makeArticles(bytes) {
  const paragraphs = readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, FIXTURES), 'utf8').split('\n'))
    .filter((paragraph) => paragraph.trim() !== '');
  const random = new Random(1);
  const chosen = [];
  for (let size = 0; size < bytes; ) {
    const paragraph = paragraphs[random.below(paragraphs.length)];
    chosen.push(paragraph);
    size += Buffer.byteLength(paragraph) + 1;
  }
  return cut(chosen);
}

/** The first articles of a list, as many as make so many bytes; a short list is repeated. */
export function takeBytes(articles, bytes) {
  const taken = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    const text = articles[i % articles.length];
    taken.push(text);
    size += Buffer.byteLength(text);
  }
  return taken;
}

/** Names nobody has, to fill a lexicon: `Bavikel Torundaş`. */
export function madeUpList(count) {
  const random = new Random(2);
  const syllables = 'ba ve ki lo ru da me şi tu no ge ça fi zo pe la su ye mi ho'.split(' ');
  const word = () => {
    const parts = Array.from({ length: 3 + random.below(2) }, () => syllables[random.below(syllables.length)]);
    const joined = parts.join('');
    return joined[0].toLocaleUpperCase('tr') + joined.slice(1);
  };
  return Array.from({ length: count }, (_, i) => `${word()} ${word()}${i}\t${['PER', 'LOC', 'ORG'][i % 3]}`);
}

/** Puts paragraphs together to articles of about the usual length. */
function cut(paragraphs) {
  const articles = [];
  let article = '';
  for (const paragraph of paragraphs) {
    article += `${paragraph}\n`;
    if (article.length < ARTICLE) continue;
    articles.push(article);
    article = '';
  }
  if (article !== '') articles.push(article);
  return articles;
}
