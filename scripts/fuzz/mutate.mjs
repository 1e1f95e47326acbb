// Random numbers and mutated bytes, the same for the same seed.

/** Random whole numbers below a bound (mulberry32). */
export function makeRandom(seed) {
  let state = seed | 0;
  const random = (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
  random.pick = (list) => list[random(list.length)];
  return random;
}

const BYTES = [0, 9, 10, 13, 32, 34, 35, 39, 45, 46, 58, 60, 62, 91, 92, 93, 123, 125, 127, 128, 146, 192, 255];
const WORDS = [
  "'",
  '’',
  '\u0092',
  '\u00ad',
  '\u200d',
  '\ufeff',
  '\u0307',
  'İ',
  'ı',
  '-',
  '. ',
  '\t',
  '\n\n',
  '\r',
  '"',
  '\\u',
  '\\ud800',
  '<!--',
  '</',
  '&#',
  'es-',
  '1e999',
];

/** Changes bytes in one to eight random places: flips, values that matter, pieces doubled, dropped, moved or taken from another input. */
export function mutate(bytes, other, random) {
  let result = Buffer.from(bytes);
  for (let change = random(8); change >= 0; change--) {
    const at = random(result.length + 1);
    const length = random(random(20) === 0 ? 5000 : 40);
    const insert = (piece) => {
      result = Buffer.concat([result.subarray(0, at), piece, result.subarray(at)]);
    };
    switch (random(9)) {
      case 0:
        if (at < result.length) result[at] ^= 1 << random(8);
        break;
      case 1:
        if (at < result.length) result[at] = random.pick(BYTES);
        break;
      case 2:
        insert(Buffer.from(random.pick(WORDS).repeat(1 + random(random(10) === 0 ? 3000 : 3))));
        break;
      case 3:
        insert(Buffer.from(result.subarray(at, at + length)));
        break;
      case 4:
        result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
        break;
      case 5:
        insert(Buffer.from(other.subarray(random(other.length), random(other.length) + length)));
        break;
      case 6:
        insert(Buffer.from([random(256), random(256), random(256), random(256)]));
        break;
      case 7:
        if (random(4) === 0) result = result.subarray(0, at);
        break;
      default:
        for (let i = at; i < Math.min(result.length, at + 4); i++) result[i] = random.pick([0, 255, 127, 128]);
    }
  }
  return result;
}
