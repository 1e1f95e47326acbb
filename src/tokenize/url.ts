import { isDigit, isLetter } from '../text/chars.js';

/** Last or last but one labels that make a dotted word a host name; a closed list, because `dedi.Bakan` is no host. */
const DOMAINS = new Set(
  'com org net gov edu info tv biz mil k12 bel av gen web tr de uk us eu fr ru io co ai az me nl'.split(' '),
);

function isHostUnit(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x2e || code === 0x2d || code === 0x5f;
}

/**
 * Finds the end of a web address that starts at `start`, or gives -1: a scheme or `www.`, or a dotted host name with a known domain; a path
 * after the host belongs to it, closing punctuation and an apostrophe suffix do not.
 */
export function findUrlEnd(text: string, start: number, limit: number): number {
  const scheme = schemeLength(text, start);
  let end = start + scheme;
  while (end < limit && isHostUnit(text.charCodeAt(end))) end++;
  while (end > start && (text[end - 1] === '.' || text[end - 1] === '-')) end--;
  const labels = text.slice(start + scheme, end).split('.');
  const last = labels[labels.length - 1];
  const known = labels.length > 1 && (labels[0] === 'www' || DOMAINS.has(last));
  if (scheme === 0 && !known) return -1;
  if (text[end] === '/' || text[end] === ':' || text[end] === '?') {
    let path = end;
    while (path < limit && isPathUnit(text.charCodeAt(path))) path++;
    while (path > end && '.,;:!?)'.includes(text[path - 1])) path--;
    end = path;
  }
  return end;
}

function schemeLength(text: string, start: number): number {
  if (text.startsWith('http://', start)) return 7;
  if (text.startsWith('https://', start)) return 8;
  return 0;
}

function isPathUnit(code: number): boolean {
  return (
    code > 0x20 && code < 0x7f && code !== 0x22 && code !== 0x27 && code !== 0x3c && code !== 0x3e && code !== 0x60
  );
}

/** Finds the end of an e-mail address whose `@` stands at `at`, or gives -1. */
export function findEmailEnd(text: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && isHostUnit(text.charCodeAt(end))) end++;
  while (end > at && (text[end - 1] === '.' || text[end - 1] === '-')) end--;
  return text.slice(at + 1, end).includes('.') ? end : -1;
}
