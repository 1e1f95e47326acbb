import { foldKey } from '../text/fold.js';

/** Whose relative somebody is stands before: Gül'ün eşi. */
const KIN = new Set(
  (
    'eşi karısı kocası nişanlısı sevgilisi oğlu kızı çocuğu torunu annesi babası anneannesi babaannesi dedesi kardeşi ağabeyi abisi ablası ' +
    'amcası dayısı halası teyzesi yeğeni kuzeni gelini damadı kayınvalidesi kayınpederi kayınbiraderi eniştesi bacanağı'
  )
    .split(' ')
    .map(foldKey),
);

/** Does a role say no more of a person than whose relative that is? */
export function isKinRole(role: string): boolean {
  return KIN.has(foldKey(role.slice(role.lastIndexOf(' ') + 1)));
}
