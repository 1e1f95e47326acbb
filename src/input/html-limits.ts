import { lowerHtmlName } from '../text/html.js';

/**
 * What keeps the parser of web pages (htmlparser2, below linkedom) from taking forever, found in one pass and without a tree. It reads markup as that
 * parser does, so that no page is refused for what the parser would not nest and none passes for what it would.
 */

/** Most that a page may have. */
export interface HtmlLimits {
  depth: number;
  attributes: number;
}

/**
 * The parser's time grows with the square of the nesting and of the attributes of one element; worse pages are refused. The depth leaves room for
 * long tables whose paragraphs have no end tags (`<tr><td><p>`): every row nests in the one before.
 */
const LIMITS: HtmlLimits = { depth: 10_000, attributes: 2_000 };

// Without the flag u: with it a value of many million characters would overflow the stack.
/** A comment, CDATA, a declaration; an end tag (its name is group 1); what only looks like one; the start of a tag (its name is group 2). */
const MARKUP =
  /<(?:!(?=--).*?(?:-->|$)|!\[CDATA\[.*?(?:\]\]>|$)|[!?][^>]*|\/[ \t\n\f\r]*([A-Za-z][^ \t\n\f\r>]*)[^>]*|\/[^>]*|([A-Za-z][^ \t\n\f\r/>]*))/gs;
/** An attribute, from the end of what stands before it. */
const ATTRIBUTE =
  /[ \t\n\f\r/]*[^ \t\n\f\r/>][^ \t\n\f\r/=>]*(?:[ \t\n\f\r]*=[ \t\n\f\r]*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^ \t\n\f\r>]*))?/y;
/** The end of a tag; group 1 when it says that the element ends with it. */
const TAG_END = /[ \t\n\f\r/]*?(\/[ \t\n\f\r]*)?>/y;

/** Elements without content. */
const VOID = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** Elements that hold text alone, with what ends them. */
const RAW = new Map(
  ['script', 'style', 'title', 'textarea', 'xmp'].map((name) => [
    name,
    new RegExp(`</${name}(?=[ \\t\\n\\f\\r>])`, 'gi'),
  ]),
);
/** In these an element may end with its own tag, `<path/>`; in those inside of them that hold HTML again it may not. */
const FOREIGN = new Set(['math', 'svg']);
const HTML_IN_FOREIGN = new Set('mi mo mn ms mtext annotation-xml foreignobject desc title'.split(' '));
/** Which innermost elements end, without an end tag, where another begins. */
const IMPLIED_ENDS = new Map(
  [
    ['tr', 'tr th td'],
    ['th', 'th'],
    ['td', 'thead th td'],
    ['tbody tfoot', 'thead tbody'],
    ['body', 'head link script'],
    ['li', 'li'],
    ['dd dt', 'dd dt'],
    ['rt rp', 'rt rp'],
    ['option', 'option'],
    ['optgroup', 'optgroup option'],
    ['select input output button datalist textarea', 'input option optgroup select button datalist textarea'],
    [
      'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
      'p',
    ],
  ].flatMap(([openers, ended]) => openers.split(' ').map((name) => [name, new Set(ended.split(' '))] as const)),
);

/** Looks for what would take a parser forever; tells what it is. */
export function findProblem(html: string, { depth, attributes }: HtmlLimits = LIMITS): string | undefined {
  const elements = new OpenElements();
  const markup = new RegExp(MARKUP);
  for (let match = markup.exec(html); match; match = markup.exec(html)) {
    const [, closed, opened] = match;
    if (closed !== undefined) elements.close(lowerHtmlName(closed));
    if (opened === undefined) continue;
    const tag = readTag(html, markup.lastIndex);
    if (tag.attributes > attributes) return `an element with more than ${attributes} attributes`;
    const name = lowerHtmlName(opened);
    elements.open(name);
    if (elements.depth > depth) return `elements nested more than ${depth} deep`;
    if (tag.isClosed) elements.closeAtOnce(name);
    markup.lastIndex = tag.isClosed ? tag.end : endOfRaw(html, name, tag.end);
  }
  return undefined;
}

/** Reads a start tag behind its name. A tag that the page breaks off ends with the page. */
function readTag(html: string, from: number): { attributes: number; isClosed: boolean; end: number } {
  let attributes = 0;
  let end = from;
  for (ATTRIBUTE.lastIndex = end; ATTRIBUTE.test(html); end = ATTRIBUTE.lastIndex) attributes++;
  TAG_END.lastIndex = end;
  const match = TAG_END.exec(html);
  return { attributes, isClosed: match?.[1] !== undefined, end: match ? TAG_END.lastIndex : html.length };
}

/** Where markup goes on behind a start tag: at the end tag, for elements that hold text alone. */
function endOfRaw(html: string, name: string, from: number): number {
  const ending = RAW.get(name);
  if (!ending) return from;
  ending.lastIndex = from;
  return ending.exec(html)?.index ?? html.length;
}

/** The elements that are open at a place of a page. */
class OpenElements {
  private readonly names: string[] = [];
  /** How many of a name are open, so that an end tag without a start is known without a search. */
  private readonly counts = new Map<string, number>();
  /** Whether the innermost of those that change it lets elements end with their own tag. */
  private readonly foreign: boolean[] = [];

  get depth(): number {
    return this.names.length;
  }

  open(name: string): void {
    const implied = IMPLIED_ENDS.get(name);
    while (implied?.has(this.names.at(-1) as string)) this.pop();
    if (VOID.has(name)) return;
    this.names.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (FOREIGN.has(name)) this.foreign.push(true);
    else if (HTML_IN_FOREIGN.has(name)) this.foreign.push(false);
  }

  /** Ends an element whose start tag says that it ends with it: that counts in foreign elements alone. */
  closeAtOnce(name: string): void {
    if (this.foreign.at(-1) && this.names.at(-1) === name) this.pop();
  }

  close(name: string): void {
    // As the parser has it, whether such an element is open or not.
    if (FOREIGN.has(name) || HTML_IN_FOREIGN.has(name)) this.foreign.pop();
    if (!this.counts.get(name)) return;
    while (this.pop() !== name);
  }

  private pop(): string {
    const name = this.names.pop() as string;
    this.counts.set(name, (this.counts.get(name) as number) - 1);
    return name;
  }
}
