import { KunyeError } from '../errors.js';
import type { InputDoc } from './document.js';
import { findProblem } from './html-limits.js';

/**
 * The part of the DOM that is read. Trees are walked by `firstChild`, `nextSibling` and `parentNode`, never recursively: a page may be nested
 * a million elements deep.
 */
interface DomNode {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  firstChild: DomNode | null;
  nextSibling: DomNode | null;
  parentNode: DomNode | null;
}

interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
}

interface DomDocument {
  documentElement: DomElement;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** The libraries that read a page: linkedom's `parseHTML` and Readability. They run no script and fetch nothing. */
export interface HtmlTools {
  parseHTML(html: string): { document: unknown };
  Readability: new (
    document: never,
    options: { serializer: (node: never) => unknown; disableJSONLD: boolean },
  ) => { parse(): { title?: string | null; content?: unknown } | null };
}

const ELEMENT = 1;
const TEXT = 3;
/** Readability's time grows faster than the page: pages with more nodes, or more nodes times their depth, are read whole. */
const MOST_NODES = 30_000;
const MOST_NODE_DEPTHS = 600_000;
/** Readability recurses on nesting; pages nested deeper are read whole. */
const DEEPEST = 400;

/**
 * Reads a web page as a document: the text of its article as Readability finds it, or of the whole page when it finds none, one line a block;
 * the title and the date as the page states them. Scripts are not run and nothing is fetched.
 * @param file for messages
 * @throws KunyeError INPUT_INVALID when no parser could read the page in a sensible time
 */
export function parseHtml(html: string, tools: HtmlTools, file: string): InputDoc {
  const problem = findProblem(html);
  if (problem) throw new KunyeError('INPUT_INVALID', `${problem}; right would be a page as sites publish it`, { file });
  const document = parseDocument(html, tools);
  if (!document) return { text: '' };
  const records = structuredRecords(document);
  const date = dateOf(document, records);
  const title = titleOf(document, records);
  return {
    text: (isModest(document) && articleText(html, tools)) || blockText(document.documentElement),
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
  };
}

function parseDocument(html: string, { parseHTML }: HtmlTools): DomDocument | undefined {
  // Without an <html> element linkedom makes the first element the root.
  const whole = /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const document = parseHTML(whole).document as DomDocument;
  return document.documentElement ? document : undefined;
}

/**
 * The text of the article alone, empty when there is none. The page is parsed anew, since Readability takes it apart. Readability stumbles over
 * some pages (no parent where it expects one, a stack overflow): they count as pages without an article.
 */
function articleText(html: string, tools: HtmlTools): string {
  try {
    const options = { serializer: (node: unknown) => node, disableJSONLD: true };
    const article = new tools.Readability(parseDocument(html, tools) as never, options).parse()?.content;
    return article ? blockText(article as DomNode) : '';
  } catch {
    return '';
  }
}

/** Is the page small and flat enough for Readability? */
function isModest({ documentElement }: DomDocument): boolean {
  let nodes = 0;
  let depths = 0;
  let deepest = 0;
  visit(documentElement, (_, depth) => {
    nodes++;
    depths += depth;
    if (depth > deepest) deepest = depth;
    return true;
  });
  return nodes <= MOST_NODES && depths <= MOST_NODE_DEPTHS && deepest <= DEEPEST;
}

/** Visits a tree in document order; `enter` says whether to go into a node, `leave` is called after its children. */
function visit(
  root: DomNode,
  enter: (node: DomNode, depth: number) => boolean,
  leave: (node: DomNode) => void = () => {},
): void {
  let node = root;
  let depth = 0;
  for (;;) {
    const child = enter(node, depth) ? node.firstChild : null;
    if (child) {
      node = child;
      depth++;
      continue;
    }
    leave(node);
    while (node !== root && !node.nextSibling) {
      node = node.parentNode as DomNode;
      depth--;
      leave(node);
    }
    if (node === root) return;
    node = node.nextSibling as DomNode;
  }
}

const SILENT = new Set(
  'TITLE SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT SVG CANVAS SELECT TEXTAREA BUTTON'.split(' '),
);
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** The text of a tree, one line a block, white space folded as a browser shows it. */
function blockText(root: DomNode): string {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    const text = line.replace(/[\s\u00a0]+/gu, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const isBlock = (node: DomNode) => node.nodeType === ELEMENT && !INLINE.has(node.nodeName);
  visit(
    root,
    (node) => {
      if (node.nodeType === TEXT) line += node.textContent ?? '';
      if (node.nodeType === ELEMENT && SILENT.has(node.nodeName)) return false;
      if (isBlock(node)) endLine();
      return true;
    },
    (node) => {
      if (isBlock(node)) endLine();
    },
  );
  endLine();
  return lines.join('\n');
}

type StructuredRecord = Record<string, unknown>;

const NEWS_TYPES = /Article|BlogPosting|WebPage/u;

/** The page's JSON-LD objects that describe an article or page, articles first; broken ones are passed over. */
function structuredRecords(document: DomDocument): StructuredRecord[] {
  const records: StructuredRecord[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(script.textContent ?? '');
    } catch {
      continue;
    }
    for (const item of [value].flat().slice(0, 100)) {
      if (typeof item !== 'object' || item === null) continue;
      const graph = (item as StructuredRecord)['@graph'];
      records.push(item as StructuredRecord);
      if (Array.isArray(graph)) records.push(...graph.filter((x) => typeof x === 'object' && x !== null).slice(0, 100));
    }
  }
  const isArticle = (record: StructuredRecord) => /Article|BlogPosting/u.test(String(record['@type']));
  return records
    .filter((record) => NEWS_TYPES.test(String(record['@type'])))
    .sort((a, b) => Number(isArticle(b)) - Number(isArticle(a)));
}

function firstText(values: Iterable<unknown>): string | undefined {
  for (const value of values) {
    if (typeof value !== 'string') continue;
    const text = value.replace(/\s+/gu, ' ').trim();
    if (text !== '') return text;
  }
  return undefined;
}

function* attributes(document: DomDocument, selectors: readonly string[], attribute: string): Generator<string | null> {
  for (const selector of selectors)
    for (const element of document.querySelectorAll(selector)) yield element.getAttribute(attribute);
}

function dateOf(document: DomDocument, records: readonly StructuredRecord[]): string | undefined {
  return firstText(
    (function* () {
      for (const record of records) yield record.datePublished;
      yield* attributes(
        document,
        [
          'meta[property="article:published_time"]',
          'meta[itemprop="datePublished"]',
          'meta[name="datePublished"]',
          'meta[name="date"]',
          'meta[name="pubdate"]',
          'meta[name="publish-date"]',
          'meta[name="DC.date.issued"]',
        ],
        'content',
      );
      yield* attributes(
        document,
        ['time[itemprop="datePublished"]', 'time[pubdate]', 'article time', 'time'],
        'datetime',
      );
    })(),
  );
}

function titleOf(document: DomDocument, records: readonly StructuredRecord[]): string | undefined {
  return firstText(
    (function* () {
      for (const record of records) yield record.headline;
      yield* attributes(document, ['meta[property="og:title"]', 'meta[name="twitter:title"]'], 'content');
      for (const heading of document.querySelectorAll('h1')) yield heading.textContent;
      for (const element of document.querySelectorAll('title')) yield element.textContent;
    })(),
  );
}
