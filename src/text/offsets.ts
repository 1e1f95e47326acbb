/** Units in which offsets are given out; künye itself counts UTF-16 code units. */
export type OffsetUnit = 'utf16' | 'codepoint' | 'byte';

/** Half of a pair: without one, every unit is a code point. */
const HALF = /[\ud800-\udfff]/;

/**
 * Makes a function that turns UTF-16 offsets of `text` into the unit asked for (`byte` means UTF-8 bytes). Offsets must come in
 * ascending order; the whole text is walked once.
 */
export function offsetConverter(text: string, unit: OffsetUnit): (offset: number) => number {
  if (unit === 'utf16' || (unit === 'codepoint' && !HALF.test(text))) return (offset) => offset;
  let at = 0;
  let units = 0;
  return (offset) => {
    if (offset < at) {
      at = 0;
      units = 0;
    }
    while (at < offset) {
      const code = text.codePointAt(at) as number;
      at += code > 0xffff ? 2 : 1;
      units += unit === 'codepoint' ? 1 : utf8Length(code);
    }
    return units;
  };
}

function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
