import { ARTICLES } from '../tokenize/articles.js';
import type { Spelling } from './mention.js';

const ARTICLE_LETTERS = 2;

/** Does the comparison key of a word start with an Arabic article and a hyphen? */
export function hasArticle(key: string): boolean {
  return (
    key.indexOf('-') === ARTICLE_LETTERS &&
    key.length > ARTICLE_LETTERS + 3 &&
    ARTICLES.has(key.slice(0, ARTICLE_LETTERS))
  );
}

function withoutArticle(key: string): string {
  return hasArticle(key) ? key.slice(ARTICLE_LETTERS + 1) : key;
}

/**
 * Takes the Arabic articles off the persons of a document: es-Serrac, el-Serrac, es Serrac and Serrac are one surname. An article that stands
 * apart is known by the word behind it, which has one with a hyphen elsewhere.
 */
export function takeOffArticles(persons: readonly Spelling[]): void {
  const articled = new Set(persons.flatMap(({ keys }) => keys.filter(hasArticle).map(withoutArticle)));
  for (const person of persons) {
    const { keys } = person;
    person.keys = keys
      .filter((key, i) => key.length !== ARTICLE_LETTERS || !articled.has(keys[i + 1]))
      .map(withoutArticle);
  }
}
