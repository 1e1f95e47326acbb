import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeForm } from '../../dist/resolve/form.js';
import { linkMentions, quietName } from '../../dist/resolve/link.js';
import { listedAs } from '../../dist/resolve/listed.js';
import { Mention, Spellings } from '../../dist/resolve/mention.js';
import { expectLinear } from '../helpers/linear.js';
import { testRows } from '../helpers/rows.js';

/** Mentions of one type, in text order; `~` before a form marks a listed short form `~Putin=Vladimir Putin`, `=` alone a listed name. */
function mentionsOf(type, forms, spellings) {
  return forms.map((form, i) => {
    const [name, role] = form.split(' > ').reverse();
    const [written, listed] = name.replace('~', '').split('=');
    const refs = listed ? [{ name: listed, short: name.startsWith('~'), weak: false }] : [];
    return Object.assign(mention(type, i * 10, written, refs, spellings), { role });
  });
}

function mention(type, from, written, refs, spellings) {
  const base = { form: makeForm(written), suffix: undefined, case: undefined };
  return new Mention({ from, to: from + written.split(' ').length, type }, base, listedAs(refs), spellings);
}

const never = () => false;

function link(type, forms, isAcronymOf = never) {
  const spellings = new Spellings();
  const mentions = mentionsOf(type, forms, spellings);
  linkMentions(mentions, spellings, isAcronymOf);
  return mentions.map((mention) => mention.name);
}

/** The name a lone person gets who is listed so. */
function nameOf(written, refs) {
  const spellings = new Spellings();
  const person = mention('PER', 0, written, refs, spellings);
  linkMentions([person], spellings, never);
  return person.name;
}

describe('persons', () => {
  testRows(
    'a short form gets the full name',
    [
      [['Halife Hafter', 'Hafter'], ['Halife Hafter', 'Halife Hafter'], 'a surname after the full name'],
      [['Hafter', 'Halife Hafter'], ['Halife Hafter', 'Halife Hafter'], 'a surname before it'],
      [['Fayiz es-Serrac', 'Serrac'], ['Fayiz es-Serrac', 'Fayiz es-Serrac'], 'without its article'],
      [['Fayiz es-Serrac', 'es-Serrac'], ['Fayiz es-Serrac', 'Fayiz es-Serrac'], 'with its article'],
      [['Fayiz es-Serrac', 'el-Serrac'], ['Fayiz es-Serrac', 'Fayiz es-Serrac'], 'with another article'],
      [['Fayiz es-Serrac', 'es Serrac'], ['Fayiz es-Serrac', 'Fayiz es-Serrac'], 'with its article apart'],
      [
        ['Fayiz es-Serrac', 'Fayiz El Serrac'],
        ['Fayiz es-Serrac', 'Fayiz es-Serrac'],
        'full, with another article apart',
      ],
      [
        ['Fayiz el Serrac', 'Fayiz es-Serrac', 'Fayiz es-Serrac'],
        Array(3).fill('Fayiz es-Serrac'),
        'the commoner spelling stands',
      ],
      [['Tarık el Sazlı', 'Tarık es-Sazlı'], Array(2).fill('Tarık el Sazlı'), 'of equally common ones the first'],
      [
        ['Fayiz El-Serrac', 'Fayiz es-Serrac=Fayiz es-Serrac'],
        Array(2).fill('Fayiz es-Serrac'),
        'the listed spelling stands',
      ],
      [
        ['Lee Ho-young', 'Lee Si-young'],
        ['Lee Ho-young', 'Lee Si-young'],
        'two letters before a hyphen are no article',
      ],
      [['Tipper Gore', 'Al Gore'], ['Tipper Gore', 'Al Gore'], 'Al is no article here'],
      [['Ali Kaya', 'Ali'], ['Ali Kaya', 'Ali Kaya'], 'a given name'],
      [['Recep Tayyip Erdoğan', 'Tayyip Erdoğan'], Array(2).fill('Recep Tayyip Erdoğan'), 'the last two names'],
      [['Recep Tayyip Erdoğan', 'Recep Erdoğan'], Array(2).fill('Recep Tayyip Erdoğan'), 'the first and the last'],
      [['Recep Tayyip Erdoğan', 'Recep Tayyip'], Array(2).fill('Recep Tayyip Erdoğan'), 'the first two names'],
      [['Ali Kaya', 'Veli Kaya'], ['Ali Kaya', 'Veli Kaya'], 'two persons of one surname'],
      [['Ali Kaya', 'Veli Kaya', 'Kaya'], ['Ali Kaya', 'Veli Kaya', 'Veli Kaya'], 'the last one before it'],
      [['Ali Kaya', 'Kaya', 'Veli Kaya'], ['Ali Kaya', 'Ali Kaya', 'Veli Kaya'], 'the last one before, not the next'],
      [['ALİ KAYA', 'Kaya'], ['ALİ KAYA', 'ALİ KAYA'], 'capitals fold'],
      [['Kaya'], ['Kaya'], 'nobody claims it'],
    ],
    (forms) => link('PER', forms),
  );
  testRows(
    'a listed short form gets the listed name only when nothing in the text claims it',
    [
      [['~Putin=Vladimir Putin'], ['Vladimir Putin'], 'nothing claims it'],
      [['Lena Putin', '~Putin=Vladimir Putin'], ['Lena Putin', 'Lena Putin'], 'the text names another Putin'],
      [['RT Erdoğan=Recep Tayyip Erdoğan'], ['Recep Tayyip Erdoğan'], 'a listed alias of more words'],
    ],
    (forms) => link('PER', forms),
  );
  testRows(
    'a surname is not that of a relative: `role > name`',
    [
      [['Ali Kaya', 'eşi > Ece Kaya', 'Kaya'], ['Ali Kaya', 'Ece Kaya', 'Ali Kaya'], 'the one who is no relative'],
      [['Kaya', 'eşi > Ece Kaya', 'Kaya'], ['Kaya', 'Ece Kaya', 'Kaya'], 'the one named by the surname alone before'],
      [['eşi > Ece Gül', '~Gül=Abdullah Gül'], ['Ece Gül', 'Abdullah Gül'], 'the one lists know by the surname'],
      [['eşi > Ece Kaya', 'Kaya'], ['Ece Kaya', 'Ece Kaya'], 'nobody else has it'],
      [['Ali Kaya', 'eşi > Ece Kaya', 'Ece'], ['Ali Kaya', 'Ece Kaya', 'Ece Kaya'], 'a given name is hers'],
      [
        ['Ali Kaya', 'Ece Kaya', 'eşi > Ece Kaya', 'Kaya'],
        ['Ali Kaya', 'Ece Kaya', 'Ece Kaya', 'Ece Kaya'],
        'first named by herself',
      ],
      [
        ['Ali Kaya', 'Bakan > Ece Kaya', 'Kaya'],
        ['Ali Kaya', 'Ece Kaya', 'Ece Kaya'],
        'another role is none of a relative',
      ],
    ],
    (forms) => link('PER', forms),
  );
  testRows(
    'what is linked to a misspelling is linked to the right form',
    [
      [
        ['Fahrettin Koca', 'Fahrettin Koca', 'Faherttin Koca', 'Koca'],
        Array(4).fill('Fahrettin Koca'),
        'a surname behind it',
      ],
      [
        ['Fahrettin Koca', 'Faherttin Koca', 'Koca'],
        ['Fahrettin Koca', 'Faherttin Koca', 'Faherttin Koca'],
        'which of the two is right nobody knows',
      ],
    ],
    (forms) => link('PER', forms),
  );
  test('a weak short form is not enough', () => {
    expect(nameOf('Deniz', [{ name: 'Deniz Baykal', short: true, weak: true }])).toBe('Deniz');
  });
  test('two listed persons of one short form name nobody', () => {
    const bushes = ['George Bush', 'Jeb Bush'].map((name) => ({ name, short: true, weak: false }));
    expect(nameOf('Bush', bushes)).toBe('Bush');
  });
});

describe('organizations', () => {
  test('an acronym behind its expansion gets it, there and later', () => {
    const next = (acronym, full) => full.form.keys.length > 1 && acronym.form.base === 'UMH';
    const full = 'Ulusal Mutabakat Hükümeti';
    expect(link('ORG', [full, 'UMH', 'NATO', 'UMH'], next)).toEqual([full, full, 'NATO', full]);
  });
  const full = 'Libya Ulusal Mutabakat Hükümeti';
  const bare = 'Ulusal Mutabakat Hükümeti';
  testRows(
    'with and without its place it is one',
    [
      [[full, bare, bare], Array(3).fill(bare), 'under the form that stands more often'],
      [[full, full, bare], Array(3).fill(full), 'also when that is the longer one'],
      [[full, bare], Array(2).fill(bare), 'of equally common forms under the one without it'],
    ],
    (forms) => {
      const spellings = new Spellings();
      const mentions = [...mentionsOf('ORG', forms, spellings), ...mentionsOf('LOC', ['Libya'], spellings)];
      linkMentions(mentions, spellings, never);
      return mentions.slice(0, -1).map((mention) => mention.name);
    },
  );
  testRows(
    'misspellings',
    [
      [
        ['A Hükümeti', 'A Hükümeti', 'A Hukümeti'],
        Array(3).fill('A Hükümeti'),
        'a letter off a form that stands more often',
      ],
      [
        ['A Hükümeti', 'B', 'A Hükümeti', 'A Hukümeti'],
        ['A Hükümeti', 'B', 'A Hükümeti', 'A Hükümeti'],
        'others stand between',
      ],
      [['A Hükümeti=A Hükümeti', 'A Hukümeti'], Array(2).fill('A Hükümeti'), 'a letter off a listed form'],
      [['A Hükümeti', 'A Hukümeti'], ['A Hükümeti', 'A Hukümeti'], 'which of the two is right nobody knows'],
      [
        ['A Hükümeti', 'A Hükümeti', 'A Hukümeti', 'A Hukümeti'],
        ['A Hükümeti', 'A Hükümeti', 'A Hukümeti', 'A Hukümeti'],
        'nor when both stand equally often',
      ],
      [['A Hukumeti', 'A Hükümeti', 'A Hükümeti'], ['A Hukumeti', 'A Hükümeti', 'A Hükümeti'], 'two letters off'],
      [
        ['Van Gölü', 'Van Gölü', 'Van Göle'],
        ['Van Gölü', 'Van Gölü', 'Van Göle'],
        'in a short word a letter makes another word',
      ],
      [['Hükümeti', 'Hükümeti', 'Hukümeti'], ['Hükümeti', 'Hükümeti', 'Hukümeti'], 'one word alone is too little'],
      [
        ['A Hükümeti', 'A Hükümeti', 'B Hukümeti'],
        ['A Hükümeti', 'A Hükümeti', 'B Hukümeti'],
        'another word differs too',
      ],
    ],
    (forms) => link('ORG', forms),
  );
});

describe('names in capitals', () => {
  testRows(
    'are written as text writes them',
    [
      ['RECEP TAYYİP ERDOĞAN', 'PER', 'Recep Tayyip Erdoğan', 'a person'],
      ['FAYİZ ES-SERRAC', 'PER', 'Fayiz Es-Serrac', 'parts of a word'],
      ['IŞIK KAYA', 'PER', 'Işık Kaya', 'Turkish ı'],
      ['TBMM BAŞKANLIĞI', 'ORG', 'TBMM Başkanlığı', 'an acronym stays'],
      ['S.Ç.', 'PER', 'S.Ç.', 'initials stay'],
    ],
    quietName,
  );
});

describe('documents of many names', () => {
  const given = ['Ali', 'Can', 'Ece', 'Ali Can', 'Can Ece'];
  const surnames = ['Yılmaz', 'Yilmas', 'el-Yılmaz', 'Karaca', 'Karacan', 'Karaca Yılmaz'];
  const names = [...given, ...surnames, ...given.flatMap((name) => surnames.map((surname) => `${name} ${surname}`))];
  const anyName = fc.constantFrom(...names, ...names.map((name) => `${name}=${name} Listed`));
  const others = Array.from({ length: 140 }, (_, i) => `Nobody${i >> 1} Else${i >> 1}`);

  test('are linked as those of few are', () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 30 }), (forms) => {
        expect(link('PER', [...forms, ...others]).slice(0, forms.length)).toEqual(link('PER', forms));
      }),
    );
  });
});

describe('documents with very many names', () => {
  const letters = 'abcdefghijklmnop';
  const word = (i) => `S${[12, 8, 4, 0].map((shift) => letters[(i >> shift) & 15]).join('')}`;
  const many = (form) => Array.from({ length: 20_000 }, (_, i) => form(i));
  test.each([
    ['one name again and again', many(() => 'Ahmet Yılmaz')],
    ['names of four words again and again', many(() => 'Ahmet Yılmaz Ahmet Yılmaz')],
    ['one given name', many((i) => `Ahmet ${word(i)}`)],
    ['one surname', many((i) => `${word(i)} Yılmaz`)],
    ['surnames of many', [...many((i) => `Ahmet ${word(i)}`), ...many(word)]],
    ['surnames before their full names', [...many(word), ...many((i) => `Ahmet ${word(i)}`)]],
    ['names that stand twice and near ones', many((i) => `Ahmet ${word(i >> 1)}${i % 2 ? '' : 'x'}`)],
  ])('%s are linked in linear time', (_, forms) => {
    expectLinear(() => link('PER', forms));
  });
});
