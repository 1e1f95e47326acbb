import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tokenize } from '../../dist/tokenize/tokenizer.js';
import { expectLinear } from '../helpers/linear.js';
import { testRows } from '../helpers/rows.js';
import { APOSTROPHES, anyText } from '../helpers/texts.js';
import { showKinds, showTokens, tableFaults } from '../helpers/tokens.js';

const tokens = (text) => showTokens(tokenize(text)).join(' ');
const kinds = (text) => showKinds(tokenize(text)).join(' ');

describe('words and suffixes', () => {
  testRows(
    'every written apostrophe begins a suffix',
    APOSTROPHES.map((char) => [
      `Libya${char}da`,
      'Libya|da',
      `U+${char.charCodeAt(0).toString(16).padStart(4, '0')} is met in news`,
    ]),
    tokens,
  );
  testRows(
    'apostrophes',
    [
      ["PKK'NIN", 'PKK|NIN', 'a suffix in capitals'],
      ["ANKARA'DA", 'ANKARA|DA', 'all in capitals'],
      ["İdlib'ti", 'İdlib|ti', 'copula'],
      ["Gazze'dekilerin", 'Gazze|dekilerin', 'stacked suffixes are one suffix'],
      ["Serrac'la", 'Serrac|la', 'instrumental'],
      ["8 Ocak'ta", '8 Ocak|ta', 'a date'],
      ["2019'da", '2019|da', 'a year'],
      ["3'üncü", '3|üncü', 'an ordinal'],
      ["19.30'da", '19.30|da', 'a time'],
      ["%5'i", '% 5|i', 'a percentage'],
      ["O'Neill", "O'Neill", 'an Irish name holds its apostrophe'],
      ["O'Neill'in", "O'Neill|in", 'and takes a suffix'],
      ["N'Diaye", "N'Diaye", 'an African name'],
      ["Moody's", "Moody's", 'no Turkish suffix is a lone s'],
      ["Kur'an'da", "Kur'an|da", 'a word with an apostrophe of its own and a suffix'],
      ["Kur'an-ı Kerim", "Kur'an-ı Kerim", 'and with a link vowel'],
      ["'Ankara'", "' Ankara '", 'single quotes are no suffix'],
      ["Ankara' da", "Ankara ' da", 'an apostrophe before a blank'],
      ["Ankara 'da", "Ankara ' da", 'an apostrophe after a blank'],
      ["Ankara''da", "Ankara ' ' da", 'doubled apostrophes are quotes'],
      ["PKK'lı", 'PKK|lı', 'a derivation'],
      ["ABD'li", 'ABD|li', 'a derivation'],
      ["T.C.'nin", 'T.C.|nin', 'after the stop of an abbreviation'],
      ["A.Ş.'den", 'A.Ş.|den', 'after the stop of an abbreviation'],
      ["A.Ş'nin", 'A.Ş|nin', 'the last stop left out'],
    ],
    tokens,
  );
  testRows(
    'words of several parts',
    [
      ['Fayiz es-Serrac', 'Fayiz es-Serrac', 'an Arabic article belongs to the name'],
      ['El-Serrac', 'El-Serrac', 'in capitals'],
      ['ES-SERRAC', 'ES-SERRAC', 'in all capitals'],
      ['es Serrac', 'es Serrac', 'without a hyphen they are two words'],
      ["es-Serrac'la", 'es-Serrac|la', 'with a suffix'],
      ['Ebu Bekir el-Bağdadi', 'Ebu Bekir el-Bağdadi', 'another article'],
      ['Abd-ul-Aziz', 'Abd-ul-Aziz', 'an article in the middle'],
      ['Mescid-i Aksa', 'Mescid-i Aksa', 'Persian link vowel'],
      ['Divan-ı Hümayun', 'Divan-ı Hümayun', 'Persian link vowel ı'],
      ['Türk-İş', 'Türk-İş', 'a union'],
      ['Eğitim-Sen', 'Eğitim-Sen', 'a union'],
      ['DHKP-C', 'DHKP-C', 'a lone capital ends an acronym'],
      ['Ankara-İstanbul', 'Ankara - İstanbul', 'two names, no compound'],
      ['Beşiktaş-Fenerbahçe', 'Beşiktaş - Fenerbahçe', 'a match'],
      ['F-16', 'F-16', 'a type name'],
      ['ara-sıra', 'ara-sıra', 'small letters on both sides'],
      ['Ankara‐da', 'Ankara ‐ da', 'U+2010'],
      ['AT&T', 'AT&T', 'an ampersand between capitals'],
      ['H&M', 'H&M', 'an ampersand between capitals'],
      ['a&b', 'a & b', 'no name'],
    ],
    tokens,
  );
  testRows(
    'initials and abbreviations',
    [
      ['S.Ç. dedi', 'S.Ç. dedi', 'initials of a suspect'],
      ["S.Ç.'nin", 'S.Ç.|nin', 'with a suffix'],
      ['F. Bahçe', 'F. Bahçe', 'a shortened club'],
      ['F.Bahçe', 'F.Bahçe', 'the same without a blank'],
      ["F.Bahçe'nin", 'F.Bahçe|nin', 'with a suffix'],
      ['Prof. Dr. Ali', 'Prof. Dr. Ali', 'titles keep their stops'],
      ['Sn Erdoğan', 'Sn Erdoğan', 'without a stop'],
      ['Sn. Erdoğan', 'Sn. Erdoğan', 'with a stop'],
      ['Koç Holding A.Ş. ile', 'Koç Holding A.Ş. ile', 'a company form'],
      ['T.C. Merkez', 'T.C. Merkez', 'Türkiye Cumhuriyeti'],
      ['II. Abdülhamid', 'II. Abdülhamid', 'a Roman ordinal'],
      ['XVI. Louis', 'XVI. Louis', 'a Roman ordinal'],
      ['geldi.', 'geldi .', 'a full stop is a token of its own'],
      ['geldi.Sonra', 'geldi . Sonra', 'a missing blank'],
      ['bul. dedi', 'bul . dedi', 'small: a verb, no bulvar'],
      ['Atatürk Bul. No: 5', 'Atatürk Bul. No : 5', 'capital: bulvar'],
      ['vb. şeyler', 'vb. şeyler', 'small abbreviation'],
    ],
    tokens,
  );
  testRows(
    'numbers',
    [
      ['1.250,5 lira', '1.250,5 lira', 'separators'],
      ['19:30', '19:30', 'a time'],
      ['08.01.2020', '08.01.2020', 'a date'],
      ['8. madde', '8. madde', 'an ordinal before a small letter'],
      ['1. Lig', '1. Lig', 'an ordinal before a capital'],
      ['19. Uluslararası', '19. Uluslararası', 'two digits'],
      ['2019. Sonra', '2019 . Sonra', 'a year ends its sentence'],
      ['150. yıl', '150. yıl', 'three digits before a small letter'],
      ['150. Yıl', '150 . Yıl', 'but not before a capital: a count ends its sentence'],
      ['2019. yıl', '2019 . yıl', 'four digits are a year before a small letter too'],
      ['5nci', '5nci', 'letters glued on'],
      ['4+4', '4 + 4', 'a sign'],
      ['1.', '1 .', 'nothing follows'],
      ['5-3', '5 - 3', 'a score'],
    ],
    tokens,
  );
});

describe('addresses, tags and symbols', () => {
  testRows(
    'are one token each',
    [
      ["www.site.com.tr'nin", 'www.site.com.tr|nin', 'Url', 'a host and its suffix'],
      ['hurriyet.com.tr', 'hurriyet.com.tr', 'Url', 'no www'],
      ['WWW.SITE.COM.TR', 'WWW.SITE.COM.TR', 'Url', 'in capitals'],
      ['https://a.com/b?c=d#e', 'https://a.com/b?c=d#e', 'Url', 'scheme, path, query'],
      ['https://medium.com/@ad/yazi', 'https://medium.com/@ad/yazi', 'Url', 'an @ in a path makes no e-mail'],
      ['(www.a.com)', '( www.a.com )', 'Punct Url Punct', 'brackets stay outside'],
      ['www.a.com.', 'www.a.com .', 'Url Punct', 'the full stop stays outside'],
      ['www.a.com/b,', 'www.a.com/b ,', 'Url Punct', 'the comma stays outside'],
      [
        '(bkz. https://a.com/b)',
        '( bkz. https://a.com/b )',
        'Punct Word Url Punct',
        'the bracket stays outside of a path',
      ],
      ['(www.a.com/b?c=d).', '( www.a.com/b?c=d ) .', 'Punct Url Punct Punct', 'and so does all that closes behind it'],
      ['https://a.com/b_(c)_d', 'https://a.com/b_(c)_d', 'Url', 'brackets in the middle of a path belong to it'],
      ['http://', 'http://', 'Url', 'a scheme alone'],
      ['ad@site.com', 'ad@site.com', 'Email', 'an e-mail address'],
      ['ad.soyad@site.com.tr', 'ad.soyad@site.com.tr', 'Email', 'with a stop in its first half'],
      ["info@site.com'a", 'info@site.com|a', 'Email', 'and its suffix'],
      ['x a.b@c.d.', 'x a.b@c.d .', 'Word Email Punct', 'the full stop stays outside'],
      ['@kullanici_1', '@kullanici_1', 'Mention', 'a mention'],
      ["@RTErdogan'ın", '@RTErdogan|ın', 'Mention', 'a mention and its suffix'],
      ['#Gündem2020', '#Gündem2020', 'Hashtag', 'a hashtag'],
      ['# x', '# x', 'Punct Word', 'a lone #'],
      ['@', '@', 'Punct', 'a lone @'],
      ['dedi.Bakan', 'dedi . Bakan', 'Word Punct Word', 'a missing blank makes no host'],
      ['Ankara😀', 'Ankara 😀', 'Word Symbol', 'an emoji ends a word'],
      ['👨‍👩‍👧 aile', '👨‍👩‍👧 aile', 'Symbol Word', 'joined emoji are one symbol'],
      ['a...b', 'a ... b', 'Word Punct Word', 'dots are one mark'],
      ['a…', 'a …', 'Word Punct', 'an ellipsis'],
    ].map(([text, seen, kind, reason]) => [text, [seen, kind], reason]),
    (text) => [tokens(text), kinds(text)],
  );
});

describe('invisible characters', () => {
  testRows(
    'belong to words but never make or end one',
    [
      ['An\u00adkara', 'An\u00adkara', 'soft hyphen'],
      ['An\u200bkara', 'An\u200bkara', 'zero-width space'],
      ['Ankara\u200b dedi', 'Ankara dedi', 'at the end of a word it is no part of the name'],
      ['\ufeffAnkara', 'Ankara', 'at the start'],
      ["Ankara\u200b'da", 'Ankara\u200b|da', 'before the apostrophe'],
      ['Dis\u0327is\u0327leri', 'Dis\u0327is\u0327leri', 'NFD'],
      ['Bakanlıg\u0306', 'Bakanlıg\u0306', 'a combining mark at the end is a letter'],
      ['Ankara\u00a0dedi', 'Ankara dedi', 'a no-break space parts words'],
      ['\u0093Evet\u0094', '\u0093 Evet \u0094', 'windows-1252 quotes read as Latin-1'],
      ['Evet\u0085', 'Evet \u0085', 'windows-1252 ellipsis read as Latin-1'],
    ],
    tokens,
  );
  testRows(
    'give one key',
    [
      ['Ankara', 'An\u00adkara', true, 'soft hyphen'],
      ['İstanbul', 'I\u0307stanbul', true, 'NFD'],
      ['İSTANBUL', 'istanbul', true, 'case'],
      ["Ankara'da", 'Ankara', true, 'the suffix is not in the key'],
      ['Kös', 'Kos', false, 'another letter'],
    ],
    (a, b) => {
      const [first, second] = [tokenize(a), tokenize(b)];
      return first.hash[0] === second.hash[0] && first.check[0] === second.check[0];
    },
  );
});

describe('any text', () => {
  test('gives tokens that lie in it, ascending and disjoint, and sentences that cover them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tableFaults(tokenize(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves nothing visible between the tokens', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const table = tokenize(text);
        let rest = '';
        let at = 0;
        for (let i = 0; i < table.length; i++) {
          rest += text.slice(at, table.start[i]);
          at = table.end[i];
        }
        rest += text.slice(at);
        expect(rest.replace(/[\s\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')).toBe('');
      }),
    );
  });

  test('gives the same table twice', () => {
    fc.assert(fc.property(anyText, (text) => expect(tokenize(text)).toEqual(tokenize(text))));
  });
});

describe('hostile text', () => {
  const size = 120_000;
  const repeat = (piece) => piece.repeat(Math.ceil(size / piece.length));
  test.each([
    ['apostrophes', repeat("'")],
    ['one word', `A${repeat('a')}`],
    ['one word in capitals', repeat('A')],
    ['dotted letters', repeat('a.')],
    ['dotted capitals', repeat('A.')],
    ['dotted words', repeat('Ab.')],
    ['hyphenated words', repeat('Ab-Cd-')],
    ['hyphenated words before an @', `${repeat('Ab-')}@`],
    ['hyphenated words before a scheme', `${repeat('Ab-')}://x`],
    ['articles', repeat('es-')],
    ['a long word, then hyphens', `${repeat('x')}${repeat('\u2010a')}`],
    ['mentions', repeat('a@')],
    ['hosts', repeat('www.')],
    ['closing brackets', repeat(')')],
    ['stops and brackets', repeat(').(')],
    ['ordinals', repeat('1. ')],
    ['blanks behind an ordinal', `1.${repeat(' ')}a`],
    ['joined emoji', repeat('😀\u200d')],
    ['combining marks', `a${repeat('\u0306')}`],
    ['names with suffixes', repeat("O'Neill'in ")],
  ])('%s are read in linear time', (_, text) => {
    const table = expectLinear(() => tokenize(text));
    expect(tableFaults(table).length).toBe(0);
  });
});
