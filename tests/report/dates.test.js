import { test } from '@jest/globals';
import fc from 'fast-check';
import { parseDay } from '../../dist/report/dates.js';
import { testRows } from '../helpers/rows.js';

const ISO = (field) => {
  const day = parseDay(field);
  return day === undefined ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10);
};

testRows(
  'dates as news records write them',
  [
    ['2024-10-21', '2024-10-21', 'ISO'],
    ['2024-10-21T23:30:00+03:00', '2024-10-21', 'the day written counts, whatever the time zone'],
    ['2024-10-21T22:00:00Z', '2024-10-21', 'UTC is not moved to Turkish time either'],
    ['2024/1/5', '2024-01-05', 'year first with slashes, no leading zeros'],
    ['20241021', '2024-10-21', 'compact'],
    ['21.10.2024', '2024-10-21', 'Turkish'],
    ['05.06.2024', '2024-06-05', 'the day stands first: 5 June'],
    ['21.10.2024 - 14:30', '2024-10-21', 'with a time'],
    ['Güncelleme: 21.10.2024', '2024-10-21', 'with a word before it'],
    ['21/10/2024', '2024-10-21', 'slashes'],
    ['21 Ekim 2024', '2024-10-21', 'month in words'],
    ['21 EKİM 2024 PAZARTESİ, 09:15', '2024-10-21', 'capitals: İ is the capital of i'],
    ['1 Kasım 2024', '2024-11-01', 'dotless ı'],
    ['1 KASIM 2024', '2024-11-01', 'I is the capital of ı'],
    ['3 Şubat 2024', '2024-02-03', 'ş'],
    ['3 Subat 2024', '2024-02-03', 'without Turkish letters'],
    ['8 Ağu 2024', '2024-08-08', 'abbreviated'],
    ['21 Eki. 2024', '2024-10-21', 'abbreviated, with a stop'],
    ['Ekim 21, 2024', '2024-10-21', 'month first'],
    ['Mon, 21 Oct 2024 10:00:00 GMT', '2024-10-21', 'RSS'],
    ['1729500000', '2024-10-21', 'seconds since 1970'],
    ['1729500000000', '2024-10-21', 'milliseconds since 1970'],
    [' 2024-02-29 ', '2024-02-29', 'a leap day, blanks around'],
    ['2023-02-29', undefined, 'no leap day in 2023'],
    ['31.04.2024', undefined, 'April has 30 days'],
    ['10/21/2024', undefined, 'no month 21: the American order is not guessed'],
    ['21 Ocamart 2024', undefined, 'no month'],
    ['21 Ma 2024', undefined, 'Mart or Mayıs'],
    ['2024', undefined, 'a year is no day'],
    ['dün', undefined, 'no date'],
    ['0001-01-01', undefined, 'what an empty date becomes in some databases'],
    ['1210202432', '2008-05-07', 'ten digits are seconds'],
    ['4133980799', '2100-12-31', 'the last second of 2100'],
    ['4133980800', undefined, 'the first of 2101'],
    ['9999999999', undefined, 'what stands for never in some databases'],
    ['9999999999999', undefined, 'the same in milliseconds'],
  ],
  ISO,
);

test('every day of the years 1800 to 2100 is read back from its spellings', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1800, 0, 1) / 864e5, max: Date.UTC(2100, 11, 31) / 864e5 }), (day) => {
      const date = new Date(day * 864e5);
      const written = (options) => new Intl.DateTimeFormat('tr', { ...options, timeZone: 'UTC' }).format(date);
      const spellings = [
        date.toISOString(),
        written({ day: '2-digit', month: '2-digit', year: 'numeric' }),
        written({ day: 'numeric', month: 'long', year: 'numeric', weekday: 'long' }),
        written({ day: 'numeric', month: 'short', year: 'numeric' }),
      ];
      return spellings.every((spelling) => parseDay(spelling) === day);
    }),
  );
});

test('any field is read without failing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (field) => {
      const day = parseDay(field);
      return day === undefined || Number.isInteger(day);
    }),
  );
});
