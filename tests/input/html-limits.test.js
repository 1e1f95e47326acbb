import { test } from '@jest/globals';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { findProblem } from '../../dist/input/html-limits.js';
import { expectLinear } from '../helpers/linear.js';
import { testRows } from '../helpers/rows.js';

const DEEP = 'elements nested more than 10000 deep';
const BROAD = 'an element with more than 2000 attributes';
const names = (count, gap, value = '') => Array.from({ length: count }, (_, i) => `a${i}${value}`).join(gap);

testRows(
  'pages that a parser could read in a sensible time pass, others do not',
  [
    ['<div>'.repeat(10_000), undefined, 'as deep as may be'],
    ['<div>'.repeat(10_001), DEEP, 'one too deep'],
    ['<DIV><div>'.repeat(5_001), DEEP, 'names in either case are the same'],
    ['<o:p>'.repeat(10_001), DEEP, 'a name is what stands before a gap'],
    ['<BR>'.repeat(10_100), undefined, 'an empty element in capitals'],
    ['<div></DIV>'.repeat(10_100), undefined, 'an end tag in capitals'],
    [`<svg>${'<path d="M0 0"/>'.repeat(10_100)}`, undefined, 'drawings, whose elements end with their own tags'],
    ['<div/>'.repeat(10_100), DEEP, 'an element of HTML does not end with its own tag'],
    [`<svg><desc>${'<b/>'.repeat(10_100)}`, DEEP, 'HTML within a drawing'],
    [`<script>${'i<n;'.repeat(10_100)}</script>`, undefined, 'comparisons in a script'],
    [`<SCRIPT>${'"<div>"'.repeat(10_100)}</Script >`, undefined, 'tags in a script'],
    [`<textarea>${'<div>'.repeat(10_100)}</textarea>`, undefined, 'tags in a text to fill in'],
    [`<script></scripts>${'<div>'.repeat(10_100)}`, undefined, 'a script that never ends'],
    [`<!--${'<div>'.repeat(10_100)}-->`, undefined, 'tags in a comment'],
    [`<!-->${'<div>'.repeat(10_100)}-->`, DEEP, 'a comment that ends at once'],
    ['<p>Rize'.repeat(20_000), undefined, 'paragraphs without end tags'],
    [`<table>${'<tr><td>Rize'.repeat(20_000)}`, undefined, 'rows without end tags'],
    [`<p title="${'<div>'.repeat(10_100)}">`, undefined, 'tags in a value'],
    ['<div></b>'.repeat(10_100), DEEP, 'an end tag that ends nothing'],
    ['<div title=">"></div>'.repeat(10_100), undefined, 'a value with the sign that ends tags'],
    ['<div><b></div>'.repeat(10_100), undefined, 'an end tag ends all that is in its element'],
    ['<tr><td><p>Rize'.repeat(3_300), undefined, 'a long table whose paragraphs have no end tags'],
    ['<li><p>'.repeat(10_100), DEEP, 'a list item in a paragraph, which the parser nests'],
    [`<p ${names(2_000, ' ')}>`, undefined, 'as many attributes as may be'],
    [`<p ${names(2_001, '\n')}>`, BROAD, 'one too many'],
    [`<p a=">" ${names(2_001, ' ')}>`, BROAD, 'behind a quoted sign that ends tags'],
    [`<p ${names(2_001, '', '="x"')}>`, BROAD, 'without gaps'],
    [`<p ${names(2_001, '/')}>`, BROAD, 'slashes for gaps'],
    [`<p title="${names(5_000, ' ')}">`, undefined, 'words of a value'],
    [`<p title="${'ş'.repeat(20_000_000)}">`, undefined, 'a value as long as that of a picture'],
  ],
  (html) => findProblem(html),
);

test('the depth is that of the parser', () => {
  const piece = fc.constantFrom(
    ...'<div> </div> <P> <li> </li> <ul> </ul> <td> <tr> <table> </table> <b/> <svg> </svg> <path/> <desc> </desc> <title>'.split(
      ' ',
    ),
    ...'</title> <script> </script> <script/> <!-- --> <!--> <br> </br> <hr/> <option> <select> <i/a=/> <a/=/> </i x > </'.split(
      ' ',
    ),
    ...[
      '<p a=">"',
      "<div a='>",
      '" ',
      "'",
      '>',
      '/ >',
      '<',
      ' a = b/>',
      '<![CDATA[',
      ']]>',
      '</ div>',
      '</>',
      '<?x',
      'x',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      // Its end completes the last tag, which the parser would otherwise leave out.
      const html = `<main>${pieces.join('')}'">`;
      const depth = depthOf(parseHTML(html).document);
      const passes = (most) => findProblem(html, { depth: most, attributes: 100 }) === undefined;
      return passes(depth) && !passes(depth - 1);
    }),
    { numRuns: 20_000 },
  );
});

/** Depth of the deepest element that can have content. */
function depthOf(document) {
  let deepest = 0;
  for (const element of document.querySelectorAll('*')) {
    if (/^(?:BR|HR)$/iu.test(element.nodeName)) continue;
    let depth = 0;
    for (let node = element; node?.nodeType === 1; node = node.parentNode) depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

testRows(
  'what repeats takes linear time',
  [
    ['<', 'the start of nothing'],
    ['<!--', 'comments that do not end'],
    ['<![CDATA[', 'CDATA that does not end'],
    ['</ ', 'end tags without a name'],
    ['<a ', 'tags that do not end'],
    ['<a b="', 'values that do not end'],
    ["<a b=' c", 'or in single quotes'],
    ['a=b', 'attributes without gaps'],
    ['<script>', 'scripts that do not end'],
    ['<script></script', 'end tags of scripts that do not end'],
    [`${'<div>'.repeat(9_000)}${'</b>'.repeat(100_000)}`, 'end tags that end nothing, deep below'],
  ].map(([unit, reason]) => [unit, true, reason]),
  (unit) => {
    const text = unit.repeat(Math.ceil(2_000_000 / unit.length));
    expectLinear(() => findProblem(text) ?? findProblem(`<a ${text}`));
    return true;
  },
);
