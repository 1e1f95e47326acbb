/** Arabic articles in Turkish spelling, before a hyphen (es-Serrac); news writes one name with any of them, hyphenated, apart or without. */
export const ARTICLES: ReadonlySet<string> = new Set('el al es as eş aş ed ad en an er ar et at ez az'.split(' '));
