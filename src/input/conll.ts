/** Mark of a document's start in CoNLL files. */
export const DOCSTART = '-DOCSTART-';

/** A document in CoNLL form: sentences of rows, each row a token and its further columns. */
export interface ConllDoc {
  sentences: ConllRow[][];
  /** Did a `-DOCSTART-` line open it? */
  marked: boolean;
}

/** One token of a CoNLL file; `columns` holds what stands beside it. */
export interface ConllRow {
  token: string;
  columns: string[];
  /** Line in the file, from 1. */
  line: number;
}

/**
 * Reads CoNLL text: one token a line (the first column), a blank line between sentences, `-DOCSTART-` between documents; without that mark every
 * sentence is its own document. Columns are parted by tabs or, where there is none, blanks; other white space is part of a token. `#` is a token
 * like any other.
 */
export function parseConll(content: string): ConllDoc[] {
  const docs: ConllDoc[] = [];
  let marked: ConllDoc | undefined;
  let sentence: ConllRow[] = [];
  const endSentence = () => {
    if (sentence.length === 0) return;
    if (marked) marked.sentences.push(sentence);
    else docs.push({ sentences: [sentence], marked: false });
    sentence = [];
  };
  content
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\n|\r/u)
    .forEach((raw, index) => {
      if (/^[ \t]*$/u.test(raw)) {
        endSentence();
        return;
      }
      const [token, ...columns] = raw.includes('\t') ? raw.split('\t') : raw.replace(/^ +| +$/gu, '').split(/ +/u);
      if (token === DOCSTART) {
        endSentence();
        marked = { sentences: [], marked: true };
        docs.push(marked);
        return;
      }
      sentence.push({ token, columns, line: index + 1 });
    });
  endSentence();
  return docs;
}
