import { describe } from '@jest/globals';
import { tableOfTokens, tokenize } from '../../dist/tokenize/tokenizer.js';
import { SentenceCase } from '../../dist/types.js';
import { testRows } from '../helpers/rows.js';
import { showSentences, showTokens } from '../helpers/tokens.js';

const CASES = Object.fromEntries(Object.entries(SentenceCase).map(([name, value]) => [value, name]));

describe('sentences', () => {
  testRows(
    'end where they end',
    [
      ['Geldi. Gitti.', ['Geldi.', 'Gitti.'], 'full stops'],
      ['Geldi! Gitti? Evet.', ['Geldi!', 'Gitti?', 'Evet.'], 'all marks'],
      ['Geldi… Gitti.', ['Geldi…', 'Gitti.'], 'an ellipsis before a capital'],
      ['Geldi... gitti.', ['Geldi... gitti.'], 'dots before a small letter'],
      ['Prof. Dr. Ali Kaya geldi. Gitti.', ['Prof. Dr. Ali Kaya geldi.', 'Gitti.'], 'titles end nothing'],
      ['Sn. Erdoğan geldi.', ['Sn. Erdoğan geldi.'], 'an abbreviation'],
      ['Anayasanın 8. maddesi.', ['Anayasanın 8. maddesi.'], 'an ordinal before a small letter'],
      ['Takım 1. Lig maçında.', ['Takım 1. Lig maçında.'], 'an ordinal before a capital'],
      ['Yıl 2019. Ankara sessiz.', ['Yıl 2019.', 'Ankara sessiz.'], 'a year ends a sentence'],
      ['"Hayır." dedi. Gitti.', ['"Hayır." dedi.', 'Gitti.'], 'a quotation inside a sentence'],
      ['“Hayır.” dedi.', ['“Hayır.” dedi.'], 'curly quotes'],
      ['\u0093Hayır.\u0094 dedi.', ['\u0093Hayır.\u0094 dedi.'], 'broken quotes'],
      ["'Hayır.' dedi.", ["'Hayır.' dedi."], 'single quotes'],
      ['"Hayır." Ali gitti.', ['"Hayır."', 'Ali gitti.'], 'a quotation, then a new sentence'],
      ['Geldi. "Evet" dedi.', ['Geldi.', '"Evet" dedi.'], 'an opening quote starts the sentence'],
      ['Geldi. “Evet” dedi.', ['Geldi.', '“Evet” dedi.'], 'a curly opening quote'],
      ['Geldi (dün). Gitti.', ['Geldi (dün).', 'Gitti.'], 'brackets before the stop'],
      ['Geldi. (Dün gitti.) Döndü.', ['Geldi.', '(Dün gitti.)', 'Döndü.'], 'a sentence in brackets'],
      ['Koç Holding A.Ş. yöneticisi.', ['Koç Holding A.Ş. yöneticisi.'], 'a company form'],
      ['S.Ç. tutuklandı. Sonra.', ['S.Ç. tutuklandı.', 'Sonra.'], 'initials'],
      ['Saat 19.30. Maç başladı.', ['Saat 19.30.', 'Maç başladı.'], 'a time at the end'],
      ['www.a.com.tr. Gitti.', ['www.a.com.tr.', 'Gitti.'], 'an address at the end'],
      ['BAŞLIK BURADA\nMetin başlar.', ['BAŞLIK BURADA', 'Metin başlar.'], 'a headline without a stop'],
      ['Bir\r\niki', ['Bir', 'iki'], 'CRLF'],
      ['Bir\riki', ['Bir', 'iki'], 'a lone CR'],
      ['Bir\u2028iki', ['Bir', 'iki'], 'line separator'],
      ['\n\nBir\n\n\niki\n', ['Bir', 'iki'], 'empty lines are nothing'],
      ['', [], 'nothing'],
      [' \n ', [], 'blanks only'],
      ['II. Abdülhamid öldü.', ['II. Abdülhamid öldü.'], 'a Roman ordinal'],
      ['Bkz. Ek. Son.', ['Bkz. Ek.', 'Son.'], 'see also'],
    ],
    (text) => showSentences(tokenize(text)),
  );
  testRows(
    'tell how they are written',
    [
      ['ANKARA BÜYÜKŞEHİR BELEDİYESİ AÇIKLADI', ['Upper'], 'a headline in capitals'],
      ["TRUMP'TAN İRAN'A TEHDİT MESAJI", ['Upper'], 'with suffixes'],
      ['Büyükşehir Belediyesi Yeni Hattı Açtı', ['Title'], 'a headline in title case'],
      ['ankara istanbul deprem', ['Lower'], 'a tag line'],
      ['Ankara bugün çok sıcak', ['Normal'], 'a sentence'],
      ['TBMM bugün toplandı', ['Normal'], 'one acronym'],
      ['ANKARA DEPREM OLDU', ['Upper'], 'three words in capitals'],
      ['ANKARA DEPREM', ['Normal'], 'two may be acronyms'],
      ['ANKARA VE İZMİR', ['Normal'], 'a word of two letters is not counted'],
      ['ANKARA DEPREM OLDU HABER bugün', ['Upper'], 'four of five'],
      ['ANKARA DEPREM OLDU bugün', ['Normal'], 'three of four are too few'],
      ['Büyükşehir Yeni Hat', ['Normal'], 'three words make no headline in title case'],
      ['Büyükşehir Yeni Hattı Açtı', ['Title'], 'four do'],
      ['Yeni Ana Hat Dün Bir Kez Daha açıldı', ['Title'], 'seven of eight'],
      ['Yeni Ana Hat Dün Bir açıldı', ['Normal'], 'five of six are too few'],
      ['ankara izmir', ['Lower'], 'two words in small letters'],
      ['ankara', ['Normal'], 'one says nothing'],
      ['ankara deprem İzmir haber', ['Lower'], 'a tag line with a capital'],
      ['ankara deprem İzmir haber.', ['Normal'], 'a stop ends a sentence, no tag line'],
      ['ankara İzmir Bursa', ['Normal'], 'too many capitals'],
      [`${'kar '.repeat(11)}Ankara`, ['Lower'], 'a tag line of twelve words'],
      [`${'kar '.repeat(12)}Ankara`, ['Normal'], 'a longer one is a sentence'],
    ],
    (text) => tokenize(text).sentenceCase.map((value) => CASES[value]),
  );
});

describe('given tokens', () => {
  testRows(
    'stay as they are',
    [
      [[["Kohl'ün", 'evi', '.']], ['Kohl|ün evi .', 1], 'a token holds its suffix'],
      [[['A.', 'B'], ['C']], ['A. B C', 2], 'each list is a sentence'],
      [[['New York', 'x']], ['New York x', 1], 'a token may hold a blank'],
      [[['Prof', '.', 'Ali']], ['Prof . Ali', 1], 'a stop given apart ends nothing'],
      [[['#', '-DOCSTART-x']], ['# -DOCSTART-x', 1], '# is a token like any other'],
      [[], ['', 0], 'nothing'],
      [[[], ['a']], ['a', 1], 'an empty list is no sentence'],
    ],
    (sentences) => {
      const table = tableOfTokens(sentences);
      return [showTokens(table).join(' '), table.sentenceStart.length - 1];
    },
  );
});
