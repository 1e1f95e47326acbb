import { type CustomEntityConfig, POS_SHIFT, TOKEN_SIZE } from './contract.js';

/** Sign before a property's name that makes it an ordinary word in a pattern of a custom entity. */
const ESCAPE = '^';

/**
 * Makes the automaton by which wink reads the patterns of custom entities: names of properties (entity types and parts of speech) stand for
 * themselves, with `^` before them they are words.
 */
export function patternMachine(properties: readonly string[]): string {
  const escaped = properties.length + 1;
  const states: Record<number, Record<string, number>> = { 0: { [ESCAPE]: escaped }, [escaped]: {} };
  const names: Record<number, string> = {};
  const found: Record<number, { preserve: boolean }> = {};
  properties.forEach((property, i) => {
    const plain = i + 1;
    const literal = escaped + 1 + i;
    states[0][property] = plain;
    states[escaped][property] = literal;
    names[plain] = property;
    names[literal] = `${property}&`;
    found[plain] = { preserve: false };
    found[literal] = { preserve: true };
  });
  return JSON.stringify([100, escaped + properties.length, states, names, {}, found]);
}

/**
 * Gives what a custom entity's pattern compares with a token: the type of a found name, the word itself where a pattern names it, else its
 * part of speech.
 * @param event number of the token's norm, or the type of the name that starts here
 */
export function patternEvent(
  event: number | string,
  { matchValue, usePOS, rdd, preserve }: CustomEntityConfig,
  index: number,
  partsOfSpeech: readonly string[],
): string {
  if (typeof event === 'string') return event;
  const token = index * TOKEN_SIZE;
  const word = rdd.cache.value(matchValue ? rdd.tokens[token] : event);
  return preserve[word] ?? (usePOS ? partsOfSpeech[rdd.tokens[token + 2] >> POS_SHIFT] : word);
}
