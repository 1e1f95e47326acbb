import { isUpper } from '../text/chars.js';
import { foldInto } from '../text/fold.js';
import { checkUnits, hashUnits } from '../text/hash.js';

/**
 * Abbreviations whose full stop belongs to them and ends no sentence. Capitalised ones count only when written with a capital
 * (`Bul.` is bulvar, `bul.` an order to find).
 */
const CAPITALISED =
  'Prof Dr Doç Yrd Öğr Gör Arş Av Op Uzm Dt Ecz Müh Mim Vet Psk Org Orgen Korg Tümg Tuğg Tuga Tüma Kora Ora Alb Yb Bnb Yzb Ütğm Tğm Asb Kd Er ' +
  'Asist Em Dz Hv Opr Opt Ord Plt Stj Uz Bros Kdz İst Man Atl San Tic Mt Mah Cad Cd Sok Sk Bul Blv Apt Hz Sn St Mr Mrs Ms Jr Sr Gen Bşk Müd Yard Vek Ltd Şti Inc Co Corp Tel Alm İng Fr Yun Mad Bkz Md Nr No Üni Ünv Hst Kom Kur İl İlç';
const ANY_CASE = 'vb vs vd bkz örn yy krş çev yay haz ltd şti age agm s sf cm';

const LONGEST = 6;
const units = new Uint16Array(LONGEST);

/** Second hashes of words by their first. */
function hashesOf(words: string): ReadonlyMap<number, number> {
  return new Map(
    words.split(' ').map((word) => {
      const n = foldInto(word, 0, word.length, units);
      return [hashUnits(units, n), checkUnits(units, n)];
    }),
  );
}

const capitalised = hashesOf(CAPITALISED);
const anyCase = hashesOf(ANY_CASE);

/** Is the word, without its full stop, an abbreviation that keeps the stop? */
export function isAbbreviation(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  const n = foldInto(text, start, end, units);
  return isAbbreviationHash(hashUnits(units, n), checkUnits(units, n), isUpper(text.charCodeAt(start)));
}

/** {@link isAbbreviation} of a word by its two hashes; `capital` tells whether it starts with a capital. */
export function isAbbreviationHash(hash: number, check: number, capital: boolean): boolean {
  return anyCase.get(hash) === check || (capital && capitalised.get(hash) === check);
}
