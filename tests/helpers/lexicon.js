import { compileLexicon } from '../../dist/lexicon/compile.js';
import { Lexicon } from '../../dist/lexicon/lexicon.js';
import { parseLexicon } from '../../dist/lexicon/parse.js';

/** Compiles list lines, columns separated by tabs or by ` ; ` to be readable in a table. `shares` tells how often a word is a name. */
export function lexiconOf(lines, shares = {}, file = 'test.tsv') {
  const content = lines.map((line) => line.replaceAll(' ; ', '\t')).join('\n');
  return new Lexicon(compileLexicon(parseLexicon(content, file), new Map(Object.entries(shares))), file);
}

/** Resources of the pipeline over list lines. */
export function resourcesOf(lines, userLines = []) {
  return {
    lexicon: lexiconOf(lines),
    userLexicons: userLines.length > 0 ? [lexiconOf(userLines, {}, 'user.tsv')] : [],
  };
}
