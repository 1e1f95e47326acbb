/** Attributes and listeners of an element: `onclick` and the like are listeners, false leaves an attribute out. */
type Props = Record<string, string | number | boolean | ((event: Event) => void) | undefined>;
type Child = Node | string;

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an HTML element; strings become text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), props, children);
}

/** Makes an SVG element. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag) as SVGElementTagNameMap[K], props, children);
}

function filled<E extends Element>(element: E, props: Props, children: readonly Child[]): E {
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** Finds an element the page was rendered with. */
export function part<E extends HTMLElement = HTMLElement>(id: string): E {
  return document.getElementById(id) as E;
}
