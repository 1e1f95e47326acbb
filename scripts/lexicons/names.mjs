// Parts of person names.
// Given names: faker-given.txt (joke2k/faker tr_TR, MIT), fakerjs-given.txt (faker-js tr, MIT), fakerphp-given.txt (FakerPHP tr_TR, MIT),
// zemberek-person-names.txt (Zemberek, Apache-2.0: rare and old names), popular-forenames.txt (sigpwned, CC0: about 100 countries),
// names-given-extra.tsv (own).
// Surnames: faker-surnames.txt, fakerjs-surnames.txt, fakerphp-surnames.txt (MIT), zemberek-oglu.txt (the -oğlu and -gil names of Zemberek's
// proper nouns, Apache-2.0), openfootball-players.txt.gz (CC0: last words of players with a Turkish given name and Turkish letters),
// popular-surnames.txt (sigpwned, CC0), names-surnames-extra.tsv (own).
// Cleaned: non-Latin rows and rows with letters Turkish does not write dropped; function words and words hardly ever capitalised dropped unless
// the own list has them; `weak` below 75 % capitalised, or when
// only the own surname list has the name too; `rare` for given names that only Zemberek's old-name list has and the counts do not know;
// `foreign` for those only the world-wide lists have (what names-foreign-*.tsv has is left to them); `rank=N` is the place among given names by capitalised count.
import { countOf, isTurkishWord, readLines, readList, same, share, writeList } from './common.mjs';

const WEAK_BELOW = 0.75;

// Entries of the free lists that are words, titles, months, institutions or surnames only, seen among the commonest.
const NOT_GIVEN = new Set(
  'Abd Sayın Dünya Özel Ekim Hadi Arınç Terim Hani Hazine Babacan Bağdat Evde Asliye Sahil Kaide Yargı Kaynak Peygamber Hakem Divan Eşim Pekin Nehri Amaç Cezayir Yönetmen Kayıt Nazi Seçme Başçı Varlık Refah İklim Burç Kepez Beyler Uçan Şefi Onursal Hay Buğday Limon Ergene Belek Bektaşi Kırgız Bali Nihai Doha Şahinbey Haseki İhvan Hükümdar Misak Umman Risale Neptün Muhafız Barça Hafıza Saçı Hakikat Akçakoca Güngören Buhari Yani İmam Hayat Altın Baba Yeşil Bay Eylül Kaideci Akım Basım İkiz Kabil Gelin Ruhani Ruhsat Mahmur Ant Yetiş Kopan Alkış Şiir Kasım'
    .split(' ')
    .map(same),
);
for (const word of ['Eylül', 'Kasım']) NOT_GIVEN.delete(same(word)); // months, but given names in use too: weak in the own list

function merge(groups) {
  const all = new Map();
  for (const [source, names] of groups)
    for (const raw of names) {
      const key = same(raw);
      const entry = all.get(key) ?? { name: raw, sources: new Set() };
      if (/[âîû]/i.test(entry.name) && !/[âîû]/i.test(raw)) entry.name = raw; // circumflex variants match by themselves
      entry.sources.add(source);
      all.set(key, entry);
    }
  return all;
}

const usable = (name, foreign) => name.length > 2 && isTurkishWord(name, foreign) && /^\p{Lu}/u.test(name);

export function buildNames() {
  const given = readList('sources/names-given-extra.tsv');
  const ownGiven = new Set(given.map((row) => same(row.name)));
  const ownWeak = new Set(given.filter((row) => row.flags.includes('weak')).map((row) => same(row.name)));
  const words = (file) => readLines(file).flatMap((line) => line.split(' '));
  const surnameOnly = new Set(
    readList('sources/names-surnames-extra.tsv')
      .map((row) => same(row.name))
      .filter((key) => !ownGiven.has(key)),
  );
  const places = new Set([
    ...['places-countries.tsv', 'places-world-cities.tsv'].flatMap((file) =>
      readList(file)
        .filter((row) => !row.flags.includes('weak'))
        .map((row) => same(row.name)),
    ),
    ...readLines('turkiye-provinces.txt').map(same),
  ]);
  const foreignGiven = new Set(readList('names-foreign-given.tsv').map((row) => same(row.name)));
  const all = merge([
    ['own', given.map((row) => row.name)],
    [
      'faker',
      [...words('fakerjs-given.txt'), ...words('faker-given.txt'), ...words('fakerphp-given.txt')].filter((name) =>
        usable(name),
      ),
    ],
    ['zemberek', readLines('zemberek-person-names.txt').filter((name) => usable(name))],
    ['popular', readLines('popular-forenames.txt').filter((name) => usable(name, true))],
  ]);
  const kept = [];
  for (const [key, { name, sources }] of all) {
    const own = ownGiven.has(key);
    const capital = share(name);
    if (!own) {
      if (capital < 0.1 || NOT_GIVEN.has(key) || places.has(key)) continue; // a word or a place, not a name in use
      if (!sources.has('faker') && capital < 0.5) continue;
      if (sources.size === 1 && sources.has('popular') && (capital < 0.95 || foreignGiven.has(key))) continue;
    }
    const flags = [];
    if (ownWeak.has(key) || capital < WEAK_BELOW || surnameOnly.has(key)) flags.push('weak');
    if (!own && sources.size === 1 && sources.has('zemberek') && countOf(name).cap === 0) flags.push('rare');
    if (!own && sources.size === 1 && sources.has('popular')) flags.push('foreign');
    kept.push({ name, flags, cap: countOf(name).cap });
  }
  kept
    .filter((entry) => entry.cap > 0)
    .sort((a, b) => b.cap - a.cap || (a.name < b.name ? -1 : 1))
    .forEach((entry, index) => {
      entry.flags.push(`rank=${index + 1}`);
    });
  writeList(
    'names-given.tsv',
    [
      'Given names (rank: place by capitalised count; weak: also a word; rare: old or rare; foreign: of the world-wide list)',
      'source: faker, faker-js, FakerPHP, Zemberek person names, sigpwned popular names, hand (names-given-extra.tsv)',
      'licence: MIT, Apache-2.0, CC0-1.0',
      'built by scripts/lexicons/names.mjs',
    ],
    kept.map(({ name, flags }) => [name, 'GIVEN', [], flags]),
  );

  // Surnames
  const own = readList('sources/names-surnames-extra.tsv');
  const ownKeys = new Set(own.map((row) => same(row.name)));
  const ownSurnameWeak = new Set(own.filter((row) => row.flags.includes('weak')).map((row) => same(row.name)));
  const turkishGiven = new Set(
    [...all].filter(([, entry]) => entry.sources.has('faker') || entry.sources.has('own')).map(([key]) => key),
  );
  const players = [];
  for (const line of readLines('openfootball-players.txt.gz')) {
    const parts = line.split(' ');
    const last = parts.at(-1);
    if (parts.length < 2 || parts.length > 3 || !usable(last) || /[âîû]/.test(last)) continue;
    if (!turkishGiven.has(same(parts[0])) || (ownGiven.has(same(last)) && !ownWeak.has(same(last)))) continue;
    if (
      /[ğı]/.test(line) ||
      /[çşğı]/i.test(last) ||
      (/(?:oğlu|soy|türk|kaya|taş|demir|kan|er|han|tekin)$/.test(last) && /[ğışçöü]/.test(line))
    )
      players.push(last);
  }
  const surnames = merge([
    ['own', own.map((row) => row.name)],
    [
      'faker',
      ['faker-surnames.txt', 'fakerjs-surnames.txt', 'fakerphp-surnames.txt']
        .flatMap(readLines)
        .filter((name) => usable(name)),
    ],
    [
      'zemberek',
      readLines('zemberek-oglu.txt').filter(
        (name) => usable(name) && name.length > 5 && !['Virgil', 'Şışmanoğlu', 'Ahmetdavutoğlu'].includes(name),
      ),
    ],
    ['players', players],
    ['popular', readLines('popular-surnames.txt').filter((name) => usable(name, true))],
  ]);
  const foreignSurnames = new Set(readList('names-foreign-surnames.tsv').map((row) => same(row.name)));
  const rows = [];
  for (const [key, { name, sources }] of surnames) {
    const mine = ownKeys.has(key);
    const capital = share(name);
    const foreign = !mine && sources.size === 1 && sources.has('popular');
    if (!mine && capital < 0.05) continue;
    if (foreign && (capital < 0.9 || foreignSurnames.has(key))) continue;
    const flags = [];
    if (ownSurnameWeak.has(key) || capital < WEAK_BELOW) flags.push('weak');
    if (foreign) flags.push('foreign');
    rows.push([name, 'SURNAME', [], flags]);
  }
  writeList(
    'names-surnames.tsv',
    [
      'Surnames (weak: also a word; foreign: of the world-wide list)',
      'source: faker, faker-js, FakerPHP, Zemberek proper nouns, openfootball players, sigpwned popular names, hand (names-surnames-extra.tsv)',
      'licence: MIT, Apache-2.0, CC0-1.0',
      'built by scripts/lexicons/names.mjs',
    ],
    rows,
  );
}
