import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { el, svg } from './dom.js';
import type { Report, Tie } from './report.js';

/** Most ties and names of the picture, by its width: what a reader can still tell apart. */
const WIDE = { width: 700, ties: 64, names: 40 };
const NARROW = { ties: 20, names: 14 };
const MOST_TIES_OF_NAME = 6;
const LISTED = 30;
const LONGEST_LINE = 18;
const CHAR_WIDTH = 6.4;
const LINE_HEIGHT = 14;
const TICKS = 320;
/** Rounds at the end in which labels alone move. */
const SETTLING_TICKS = 80;
const MARGIN = 18;

interface Node extends SimulationNodeDatum {
  name: number;
  lines: string[];
  radius: number;
  x: number;
  y: number;
}

interface Link extends SimulationLinkDatum<Node> {
  tie: Tie;
}

/** Chooses the strongest ties: of all names, or around the chosen one, its partners' ties among themselves included. */
export function chooseTies(report: Report, types: ReadonlySet<number>, chosen?: number): Tie[] {
  const shown = (i: number) => types.has(report.type(i)) || i === chosen;
  const center = chosen === undefined ? [] : report.tiesOf(chosen).filter(({ b }) => shown(b));
  const within = chosen === undefined ? report.data.details.map((_, i) => i) : center.map(({ b }) => b);
  const circle = chosen === undefined ? undefined : new Set(within);
  const ties = new Map<string, Tie>();
  for (const a of within) {
    if (!shown(a)) continue;
    for (const tie of report.tiesOf(a)) {
      if (!shown(tie.b) || (circle && !circle.has(tie.b))) continue;
      ties.set(a < tie.b ? `${a} ${tie.b}` : `${tie.b} ${a}`, tie);
    }
  }
  const byStrength = (a: Tie, b: Tie) => b.strength - a.strength;
  return [...center.sort(byStrength), ...[...ties.values()].sort(byStrength)];
}

/** Draws names as nodes and ties as lines; nodes are links that choose the name. */
export function renderGraph(report: Report, allTies: readonly Tie[], width: number, chosen?: number): SVGElement {
  const { ties, names } = width >= WIDE.width ? WIDE : NARROW;
  const height = Math.round(width >= WIDE.width ? Math.min(620, width * 0.62) : Math.max(380, width * 1.25));
  const { nodes, links } = layOut(report, takeTies(allTies, ties, names, chosen), width, height, chosen);
  const top = Math.round(Math.min(...nodes.map(({ y }) => y)) - MARGIN);
  const bottom = Math.round(Math.max(...nodes.map(bottomOf)) + 6);
  const most = Math.max(...links.map(({ tie }) => tie.docs), 1);
  const lines = links.map((link) => {
    const [source, target] = [link.source as Node, link.target as Node];
    return svg('line', {
      x1: source.x,
      y1: source.y,
      x2: target.x,
      y2: target.y,
      'stroke-width': (0.8 + 4.2 * Math.sqrt(link.tie.docs / most)).toFixed(2),
    });
  });
  const marks = nodes.map((node) => nodeOf(report, node, node.name === chosen));
  links.forEach((link, i) => {
    for (const end of [link.source as Node, link.target as Node]) {
      const mark = marks[nodes.indexOf(end)];
      mark.addEventListener('pointerenter', () => lines[i].classList.add('lit'));
      mark.addEventListener('pointerleave', () => lines[i].classList.remove('lit'));
      mark.addEventListener('focus', () => lines[i].classList.add('lit'));
      mark.addEventListener('blur', () => lines[i].classList.remove('lit'));
    }
  });
  const label =
    chosen === undefined ? report.texts.graph : report.text(report.texts.graphOf, { name: report.name(chosen) });
  return svg(
    'svg',
    {
      viewBox: `0 ${top} ${width} ${bottom - top}`,
      width,
      height: bottom - top,
      class: 'graph',
      role: 'group',
      'aria-label': label,
    },
    svg('g', { class: 'lines', 'aria-hidden': 'true' }, ...lines),
    svg('g', {}, ...marks),
  );
}

/** The ties as a list: what the picture shows, for reading aloud, printing and small screens. */
export function renderTieList(report: Report, ties: readonly Tie[]): HTMLElement {
  const link = (i: number) => el('a', { href: `#${report.anchor(i)}` }, report.name(i));
  const rows = ties
    .slice(0, LISTED)
    .map(({ a, b, docs }) =>
      el(
        'li',
        {},
        link(a),
        ' – ',
        link(b),
        el('span', { class: 'quiet' }, ` ${report.text(report.texts.inDocs, { n: docs })}`),
      ),
    );
  return el('details', { class: 'aslist' }, el('summary', {}, report.texts.asList), el('ol', {}, ...rows));
}

/** The first ties that stay within the numbers of ties and names; one topic must not take all the room, so a name's ties are limited too. */
function takeTies(ties: readonly Tie[], mostTies: number, mostNames: number, chosen?: number): Tie[] {
  const degrees = new Map<number, number>();
  const taken: Tie[] = [];
  for (const tie of ties) {
    const ends = [tie.a, tie.b];
    const added = ends.filter((i) => !degrees.has(i)).length;
    const isFull = ends.some((i) => i !== chosen && (degrees.get(i) ?? 0) >= MOST_TIES_OF_NAME);
    if (isFull || degrees.size + added > mostNames) continue;
    for (const i of ends) degrees.set(i, (degrees.get(i) ?? 0) + 1);
    taken.push(tie);
    if (taken.length === mostTies) break;
  }
  return taken;
}

function layOut(
  report: Report,
  ties: readonly Tie[],
  width: number,
  height: number,
  chosen?: number,
): { nodes: Node[]; links: Link[] } {
  const names = [...new Set(ties.flatMap(({ a, b }) => [a, b]))];
  const most = Math.max(...names.map((i) => report.docs(i)), 1);
  const nodes = names.map((name, i): Node => {
    const angle = (i / names.length) * 2 * Math.PI;
    return {
      name,
      lines: linesOf(report.name(name)),
      radius: 3.5 + 8.5 * Math.sqrt(report.docs(name) / most),
      x: width / 2 + (width / 3) * Math.cos(angle),
      y: height / 2 + (height / 3) * Math.sin(angle),
      ...(name === chosen && { fx: width / 2, fy: height / 2 }),
    };
  });
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const links = ties.map(
    (tie): Link => ({ tie, source: byName.get(tie.a) as Node, target: byName.get(tie.b) as Node }),
  );
  const simulation = forceSimulation(nodes)
    .force(
      'link',
      forceLink<Node, Link>(links)
        .distance(Math.min(90, width / 5))
        .strength(0.25),
    )
    .force('charge', forceManyBody<Node>().strength(-300))
    .force(
      'collide',
      forceCollide<Node>((node) => Math.max(node.radius + LINE_HEIGHT, halfWidth(node) * 0.6)).strength(0.9),
    )
    .force('x', forceX<Node>(width / 2).strength(0.05))
    .force('y', forceY<Node>(height / 2).strength(0.07))
    .stop();
  for (let i = 0; i < TICKS + SETTLING_TICKS; i++) {
    if (i < TICKS) simulation.tick();
    partLabels(nodes);
    for (const node of nodes) keepInside(node, width, height);
  }
  return { nodes, links };
}

/** Moves nodes apart whose labels lie over each other; circles alone, as forceCollide knows them, would need far more room. */
function partLabels(nodes: readonly Node[]): void {
  for (let i = 1; i < nodes.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [nodes[i], nodes[j]];
      const overX = halfWidth(a) + halfWidth(b) + 4 - Math.abs(a.x - b.x);
      const overY = Math.min(bottomOf(a), bottomOf(b)) - Math.max(a.y - a.radius, b.y - b.radius);
      if (overX <= 0 || overY <= 0) continue;
      const push = (overY / 4) * (a.y < b.y ? -1 : 1);
      a.y += push;
      b.y -= push;
    }
  }
}

function keepInside(node: Node, width: number, height: number): void {
  const side = Math.min(halfWidth(node), width / 2 - 1) + 2;
  node.x = Math.min(Math.max(node.x, side), width - side);
  node.y = Math.min(Math.max(node.y, MARGIN), height - (bottomOf(node) - node.y));
}

/** Lower end of a node's label. */
function bottomOf({ y, radius, lines }: Node): number {
  return y + radius + lines.length * LINE_HEIGHT;
}

function halfWidth({ lines }: Node): number {
  return Math.max(14, (Math.max(...lines.map((line) => line.length)) * CHAR_WIDTH) / 2);
}

/** A label in one line, or in two of about the same length; what is longer still is shortened. */
function linesOf(name: string): string[] {
  if (name.length <= LONGEST_LINE) return [name];
  const middle = name.length / 2;
  const spaces = [...name.matchAll(/ /gu)].map(({ index }) => index);
  if (spaces.length === 0) return [shorten(name)];
  const at = spaces.reduce((best, space) => (Math.abs(space - middle) < Math.abs(best - middle) ? space : best));
  return [shorten(name.slice(0, at)), shorten(name.slice(at + 1))];
}

function shorten(line: string): string {
  return line.length > LONGEST_LINE + 8 ? `${line.slice(0, LONGEST_LINE + 7).trimEnd()}…` : line;
}

function nodeOf(report: Report, { name, lines, radius, x, y }: Node, isChosen: boolean): SVGAElement {
  const type = report.type(name);
  const title = `${report.name(name)}, ${report.texts.types[type][0]}, ${report.text(report.texts.inDocs, { n: report.docs(name) })}`;
  return svg(
    'a',
    {
      href: `#${report.anchor(name)}`,
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
      class: `node type-${type}${isChosen ? ' chosen' : ''}`,
    },
    svg('title', {}, title),
    shapeOf(type, radius),
    svg('text', { y: radius.toFixed(1) }, ...lines.map((line) => svg('tspan', { x: 0, dy: LINE_HEIGHT - 1 }, line))),
  );
}

/** Types differ in shape, too, not in colour alone: circle, square, diamond. */
function shapeOf(type: number, radius: number): SVGElement {
  if (type === 0) return svg('circle', { r: radius });
  const side = radius * 1.75;
  return svg('rect', {
    x: -side / 2,
    y: -side / 2,
    width: side,
    height: side,
    ...(type === 2 && { transform: 'rotate(45)' }),
  });
}
