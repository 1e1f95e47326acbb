import { isDigit, isLetter } from '../text/chars.js';
import { lower } from '../text/fold.js';

/** Last labels that make a dotted word a host name; a closed list, because `dedi.Bakan` is no host. */
const DOMAINS = new Set(
  'com org net gov edu info tv biz mil k12 bel av gen web tr de uk us eu fr ru io co ai az me nl'.split(' '),
);

const AT = 0x40;
const DOT = 0x2e;

function isHostUnit(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === DOT || code === 0x2d || code === 0x5f;
}

function hostEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && isHostUnit(text.charCodeAt(end))) end++;
  return end;
}

/** Steps back over full stops and hyphens, which end no host. */
function trimHost(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && (text[trimmed - 1] === '.' || text[trimmed - 1] === '-')) trimmed--;
  return trimmed;
}

/**
 * Finds the end of a web or e-mail address that starts at `start`. Without one, gives minus the end of the run of address characters it
 * has searched: inside that run only what {@link mayOpenUrl} accepts can still start an address, so that no run is searched twice.
 */
export function findAddressEnd(text: string, start: number, limit: number): number {
  const run = hostEnd(text, start, limit);
  if (run === start) return -run;
  if (text.charCodeAt(run) === AT) {
    const end = findEmailEnd(text, run, limit);
    if (end > 0) return end;
  }
  const scheme = schemeLength(text, start);
  const end = scheme > 0 ? hostEnd(text, start + scheme, limit) : run;
  const trimmed = trimHost(text, start, end);
  return scheme > 0 || isHost(text, start, trimmed) ? pathEnd(text, trimmed, limit) : -run;
}

/** Can a web address start here, whatever the run of address characters around it ends with? */
export function mayOpenUrl(text: string, start: number): boolean {
  return isWww(text, start) || schemeLength(text, start) > 0;
}

/** Is the address `[start, end)` an e-mail address? In a web address an `@` stands in the path only. */
export function isEmail(text: string, start: number, end: number): boolean {
  const run = hostEnd(text, start, end);
  return run < end && text.charCodeAt(run) === AT;
}

function isWww(text: string, start: number): boolean {
  return text[start + 3] === '.' && lower(text.slice(start, start + 3)) === 'www';
}

function schemeLength(text: string, start: number): number {
  if (text.startsWith('http://', start)) return 7;
  if (text.startsWith('https://', start)) return 8;
  return 0;
}

/** Is the run a dotted name with a known domain, or one that starts with `www.`? */
function isHost(text: string, start: number, end: number): boolean {
  let dot = end - 1;
  while (dot > start && text.charCodeAt(dot) !== DOT) dot--;
  return dot > start && (isWww(text, start) || DOMAINS.has(text.slice(dot + 1, end)));
}

/** A path after the host belongs to the address, closing punctuation and an apostrophe suffix do not. */
function pathEnd(text: string, host: number, limit: number): number {
  const first = text[host];
  if (first !== '/' && first !== ':' && first !== '?') return host;
  let end = host;
  while (end < limit && isPathUnit(text.charCodeAt(end))) end++;
  while (end > host && '.,;:!?)'.includes(text[end - 1])) end--;
  return end;
}

function isPathUnit(code: number): boolean {
  return (
    code > 0x20 && code < 0x7f && code !== 0x22 && code !== 0x27 && code !== 0x3c && code !== 0x3e && code !== 0x60
  );
}

/** Finds the end of an e-mail address whose `@` stands at `at`, or gives -1. */
function findEmailEnd(text: string, at: number, limit: number): number {
  const end = trimHost(text, at + 1, hostEnd(text, at + 1, limit));
  return text.slice(at + 1, end).includes('.') ? end : -1;
}
