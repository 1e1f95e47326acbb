import { foldKey } from '../text/fold.js';

/**
 * Abbreviations whose full stop belongs to them and ends no sentence. Capitalised ones count only when written with a capital
 * (`Bul.` is bulvar, `bul.` an order to find).
 */
const CAPITALISED =
  'Prof Dr Doç Yrd Öğr Gör Arş Av Op Uzm Dt Ecz Müh Mim Vet Psk Org Orgen Korg Tümg Tuğg Tuga Tüma Kora Ora Alb Yb Bnb Yzb Ütğm Tğm Asb Kd Er ' +
  'Asist Em Dz Hv Opr Ord Plt Stj Uz Bros Kdz İst Man Atl San Tic Mt Mah Cad Cd Sok Sk Bul Blv Apt Hz Sn St Mr Mrs Ms Jr Sr Gen Bşk Müd Yard Vek Ltd Şti Inc Co Corp Tel Alm İng Fr Yun Mad Bkz Md Nr No Üni Ünv Hst Kom Kur İl İlç';
const ANY_CASE = 'vb vs vd bkz örn yy krş çev yay haz ltd şti age agm s sf cm';

const capitalised = new Set(CAPITALISED.split(' ').map(foldKey));
const anyCase = new Set(ANY_CASE.split(' ').map(foldKey));

/** Is the word (without its full stop) an abbreviation that keeps the stop? `capital` tells whether it starts with a capital. */
export function isAbbreviation(word: string, capital: boolean): boolean {
  if (word.length > 6) return false;
  const key = foldKey(word);
  return anyCase.has(key) || (capital && capitalised.has(key));
}
