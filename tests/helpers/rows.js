import { expect, test } from '@jest/globals';

/**
 * Makes one test of a table: every row is `[...input, expected, reason]`, and `actual(...input)` must equal `expected`. All failing rows are
 * shown, each with its input and its reason.
 */
export function testRows(name, rows, actual) {
  test(name, () => {
    const seen = rows.map((row) => {
      const input = row.slice(0, -2);
      let value;
      try {
        value = actual(...input);
      } catch (error) {
        value = `threw ${error.stack.split('\n').slice(0, 3).join('\n')}`;
      }
      return { input, reason: row.at(-1), value };
    });
    const wanted = rows.map((row) => ({ input: row.slice(0, -2), reason: row.at(-1), value: row.at(-2) }));
    // Only the failing rows go into the message.
    const failing = rows.map((_, i) => i).filter((i) => !same(seen[i].value, wanted[i].value));
    expect(failing.map((i) => seen[i])).toStrictEqual(failing.map((i) => wanted[i]));
  });
}

function same(a, b) {
  try {
    expect(a).toStrictEqual(b);
    return true;
  } catch {
    return false;
  }
}
