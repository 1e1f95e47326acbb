import { describe } from '@jest/globals';
import { CharClass, classOf, isApostrophe, isLetter } from '../../dist/text/chars.js';
import { testRows } from '../helpers/rows.js';
import { APOSTROPHES } from '../helpers/texts.js';

const NAMES = Object.fromEntries(Object.entries(CharClass).map(([name, value]) => [value, name]));

/** Classes of which künye lists the members itself. */
const EXCEPTIONS = ['Apostrophe', 'Newline', 'Mark'];

function unicodeClassOf(char) {
  if (/\p{Cs}/u.test(char)) return CharClass.Surrogate;
  if (/\p{L}/u.test(char)) {
    const [lower, upper] = [char.toLocaleLowerCase('tr'), char.toLocaleUpperCase('tr')];
    if (lower === upper) return CharClass.Letter;
    return char === lower ? CharClass.Lower : CharClass.Upper;
  }
  if (/\p{M}/u.test(char)) return CharClass.Mark;
  if (/\p{Nd}/u.test(char)) return CharClass.Digit;
  return /\s/u.test(char) ? CharClass.Space : CharClass.Other;
}

describe('classes of code units', () => {
  testRows(
    'every written apostrophe is one',
    APOSTROPHES.map((char) => [char, true, `U+${char.charCodeAt(0).toString(16).padStart(4, '0')}`]),
    (char) => isApostrophe(char.charCodeAt(0)),
  );
  testRows(
    'other units',
    [
      ['ı', 'Lower', 'a Turkish letter'],
      ['İ', 'Upper', 'a Turkish letter'],
      ['ß', 'Lower', 'its capital has two letters'],
      ['ǅ', 'Upper', 'a title-case letter'],
      ['ع', 'Letter', 'no case'],
      ['٣', 'Digit', 'an Arabic digit'],
      ['\u00a0', 'Space', 'no-break space'],
      ['\u3000', 'Space', 'ideographic space'],
      ['\r', 'Newline', 'a line end'],
      ['\u2028', 'Newline', 'line separator'],
      ['\u0085', 'Other', 'in news the windows-1252 ellipsis, not a line end'],
      ['\u00ad', 'Mark', 'soft hyphen'],
      ['\u200b', 'Mark', 'zero-width space'],
      ['\ufeff', 'Mark', 'zero-width no-break space'],
      ['\u0306', 'Mark', 'a combining breve'],
      ['\ufe0f', 'Mark', 'a variation selector'],
      ['\ud83d', 'Surrogate', 'half of a pair'],
      ['"', 'Other', 'a quote is no apostrophe'],
      ['\0', 'Other', 'even zero has a class'],
    ],
    (char) => NAMES[classOf(char.charCodeAt(0))],
  );
  testRows('every unit has the class that Unicode gives it', [['all', [], 'short ways change nothing']], () => {
    const wrong = [];
    for (let code = 0; code < 0x10000; code++) {
      const [own, expected] = [classOf(code), unicodeClassOf(String.fromCharCode(code))];
      if (own !== expected && !EXCEPTIONS.includes(NAMES[own])) wrong.push([code, NAMES[own], NAMES[expected]]);
    }
    return wrong;
  });
  testRows('every unit has a class', [['all', [], 'the table is filled on first sight']], () => {
    const wrong = [];
    for (let code = 0; code < 0x10000; code++) if (!classOf(code)) wrong.push(code);
    return wrong;
  });
  testRows('isLetter', [['ʼ', false, 'the modifier apostrophe is \\p{L} by Unicode']], (char) =>
    isLetter(char.charCodeAt(0)),
  );
});
