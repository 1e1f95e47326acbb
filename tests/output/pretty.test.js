import { describe, expect, test } from '@jest/globals';
import { Chalk } from 'chalk';
import { renderPretty } from '../../dist/output/pretty.js';

const TEXT = 'Vali Ece Tan dün Van kentine geldi.';
const RESULT = {
  people: [{ name: 'Ece Tan', count: 1, aliases: ['Tan'], roles: ['Vali'] }],
  places: [{ name: 'Van', count: 1 }],
  organizations: [],
  entities: [
    { type: 'PER', start: 5, end: 12, text: 'Ece Tan', name: 'Ece Tan', source: 'rule', score: 1 },
    { type: 'LOC', start: 17, end: 20, text: 'Van', name: 'Van', source: 'list', score: 1 },
  ],
};
const PLAIN = new Chalk({ level: 0 });
const COLORED = new Chalk({ level: 1 });
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what is taken out
const withoutColors = (text) => text.replace(/\u001b\[\d+m/gu, '');

describe('the output for people', () => {
  test('without colour names stand in brackets with their type', () => {
    expect(renderPretty(TEXT, RESULT, PLAIN)).toBe(
      'Vali [Ece Tan]PER dün [Van]LOC kentine geldi.\n\nPeople\n    1  Ece Tan (Tan) Vali\n\nPlaces\n    1  Van\n',
    );
  });

  test('with colour the text stays as it is', () => {
    const [text] = renderPretty(TEXT, RESULT, COLORED).split('\n');
    expect(withoutColors(text)).toBe(TEXT);
    expect(text).toContain(COLORED.bold.green('Van'));
  });

  test('in a terminal lines break between words, inside of names too', () => {
    const lines = (chalk) =>
      withoutColors(renderPretty(TEXT, RESULT, chalk, 10))
        .split('\n\n')[0]
        .split('\n');
    expect(lines(COLORED)).toEqual(['Vali Ece', 'Tan dün', 'Van', 'kentine', 'geldi.']);
    expect(lines(PLAIN)).toEqual(['Vali [Ece', 'Tan]PER', 'dün', '[Van]LOC', 'kentine', 'geldi.']);
  });

  test('other forms and roles are all told, without what could steer the terminal', () => {
    const van = { name: 'Van\u001b[2J', count: 12, aliases: ['V\u0007', 'Tuşba'], roles: ['il\u009b', 'kent'] };
    const result = { people: [], places: [van], organizations: [], entities: [] };
    expect(renderPretty('Van', result, PLAIN)).toBe('Van\n\nPlaces\n   12  Van·[2J (V·, Tuşba) il·; kent\n');
  });

  test('control characters of a text cannot steer the terminal', () => {
    const text = 'a\u001b[2Jb\u009b1mc\u0007';
    expect(renderPretty(text, { people: [], places: [], organizations: [], entities: [] }, PLAIN)).toBe(
      'a·[2Jb·1mc·\n\nno names found\n',
    );
  });

  test('nor can those of an id, an alias or a role, which stay on their lines', () => {
    const people = [{ name: 'a\u001bb', count: 1, aliases: ['\u001b[2J\n'], roles: ['\u009b1m'] }];
    const result = { id: 'x\u001b]0;y\u0007\nz', people, places: [], organizations: [], entities: [] };
    expect(renderPretty('', result, PLAIN)).toBe('x·]0;y··z\n\nPeople\n    1  a·b (·[2J·) ·1m\n');
  });

  test('line ends of Windows are line ends', () => {
    const result = { people: [], places: [], organizations: [], entities: [] };
    expect(renderPretty('bir iki\r\nüç\rdört\r\n', result, PLAIN, 7)).toBe('bir iki\nüç·dört\n\nno names found\n');
    expect(renderPretty('bir iki\r\nüç', result, COLORED, 7)).toMatch(/^bir iki\nüç\n/u);
  });
});
