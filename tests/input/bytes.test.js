import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeInput, decodeLine } from '../../dist/input/bytes.js';
import { decode } from '../../dist/text/decode.js';
import { testRows } from '../helpers/rows.js';
import { anyText } from '../helpers/texts.js';

const TEXT = 'Kar yağdı.';
const UTF16 = Buffer.from(TEXT, 'utf16le');
const MARK = Buffer.from([0xff, 0xfe]);
const BINARY = 'x: binary, not text (UTF-16 without its mark is read with --encoding utf-16le)';
const GZIP = 'x: gzip, not text; unpack it (gzip -dc), or let its name end in .gz';

testRows(
  'decodeInput',
  [
    [Buffer.from(TEXT), undefined, TEXT, 'UTF-8'],
    [Buffer.alloc(0), undefined, '', 'nothing is a text'],
    [Buffer.concat([MARK, UTF16]), undefined, TEXT, 'UTF-16 with its mark holds zero bytes by right'],
    [UTF16, undefined, BINARY, 'without the mark it could be anything'],
    [UTF16, 'utf-16le', TEXT, 'unless it is named'],
    [Buffer.from(`${TEXT}\0${TEXT}`), undefined, `${TEXT}\0${TEXT}`, 'a stray zero byte in UTF-8 is damage'],
    [Buffer.from([0xdd, 0x7a, 0x6d, 0x69, 0x72]), undefined, 'İzmir', 'windows-1254'],
    [Buffer.from([0xdd, 0, 0x6d, 0x69, 0x72]), undefined, BINARY, 'a zero byte in what is no UTF-8 either'],
    [Buffer.from([0xdd, 0]), 'windows-1254', 'İ\0', 'who names an encoding gets it'],
    [Buffer.alloc(100), undefined, BINARY, 'zeros alone are UTF-8, and no text'],
    [gzipSync(TEXT), undefined, GZIP, 'gzip says what to do'],
    [gzipSync(TEXT), 'windows-1254', GZIP, 'whatever its encoding'],
  ],
  (bytes, encoding) => {
    try {
      return decodeInput(bytes, 'x', encoding).text;
    } catch (error) {
      return error.message;
    }
  },
);

test('lines are decoded as whole inputs are', () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
    anyText.map((text) => new TextEncoder().encode(`\ufeff${text}`)),
  );
  const encodings = fc.constantFrom(undefined, 'utf-8', 'windows-1254', 'utf-16le');
  fc.assert(
    fc.property(anyBytes, encodings, (bytes, encoding) => {
      expect(decodeLine(bytes, encoding)).toEqual(decode(bytes, encoding));
    }),
  );
});
