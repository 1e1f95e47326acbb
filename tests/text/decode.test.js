import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decode } from '../../dist/text/decode.js';
import { testRows } from '../helpers/rows.js';

const TEXT = 'Şırnak’ta İğne';
const utf16be = (text) => Buffer.from(text, 'utf16le').swap16();
/** The bytes of windows-1254 that differ from Latin-1, as far as the rows need them. */
const TURKISH_BYTES = {
  ğ: 0xf0,
  ı: 0xfd,
  ş: 0xfe,
  Ğ: 0xd0,
  İ: 0xdd,
  Ş: 0xde,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '…': 0x85,
};
const windows1254 = (text) => Buffer.from([...text].map((char) => TURKISH_BYTES[char] ?? char.charCodeAt(0)));

describe('decode', () => {
  testRows(
    'tells the encoding',
    [
      [Buffer.from(TEXT), ['utf-8', false, TEXT], 'plain UTF-8'],
      [Buffer.from(`\ufeff${TEXT}`), ['utf-8', false, TEXT], 'a UTF-8 byte order mark is removed'],
      [Buffer.from(`\ufeff${TEXT}`, 'utf16le'), ['utf-16le', false, TEXT], 'UTF-16 LE by its mark'],
      [utf16be(`\ufeff${TEXT}`), ['utf-16be', false, TEXT], 'UTF-16 BE by its mark'],
      [windows1254(TEXT), ['windows-1254', true, TEXT], 'no UTF-8: the old Turkish encoding, and the guess is told'],
      [windows1254('“Evet…” dedi'), ['windows-1254', true, '“Evet…” dedi'], 'its quotes and ellipsis'],
      [Buffer.from(''), ['utf-8', false, ''], 'empty'],
      [Buffer.from('\ufeff'), ['utf-8', false, ''], 'nothing but a mark'],
      [Buffer.from([0xff, 0xfe]), ['utf-16le', false, ''], 'nothing but a UTF-16 mark'],
      [Buffer.from('Ankara'), ['utf-8', false, 'Ankara'], 'ASCII is UTF-8'],
      [
        Buffer.concat([Buffer.from('\ufeffİzmir '), Buffer.from([0xff]), Buffer.from(' Ağrı')]),
        ['utf-8', false, 'İzmir \ufffd Ağrı'],
        'a UTF-8 mark decides even when a byte is damaged',
      ],
      [Buffer.from('a\ufeffb'), ['utf-8', false, 'a\ufeffb'], 'a mark inside stays: offsets count it'],
    ],
    (bytes) => {
      const { encoding, guessed, text } = decode(bytes);
      return [encoding, guessed, text];
    },
  );
  testRows(
    'obeys a given encoding',
    [
      [windows1254(TEXT), 'windows-1254', TEXT, 'windows-1254'],
      [Buffer.from(TEXT, 'utf16le'), 'utf-16le', TEXT, 'UTF-16 without a mark'],
      [Buffer.from(`\ufeff${TEXT}`), 'utf-8', TEXT, 'a mark is removed all the same'],
      [Buffer.from([0x41, 0xff]), 'utf-8', 'A\ufffd', 'damaged bytes are replaced, not guessed at'],
    ],
    (bytes, encoding) => decode(bytes, encoding).text,
  );
  test('any bytes decode, and valid UTF-8 comes back unchanged', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => typeof decode(bytes).text === 'string'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decode(Buffer.from(text)).text).toBe(text);
      }),
    );
  });
});
