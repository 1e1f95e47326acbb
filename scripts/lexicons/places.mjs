// Place lists made from free sources.
// - turkiye-provinces/-districts/-municipalities.txt: names of turkiye-api (github.com/ubeydeozdmr/turkiye-api, MIT).
//   Cleaned: old and short names of provinces added by hand; names that are mostly lower-case words (share < 0.65), or are
//   also given names, surnames, are `weak`. Villages and neighbourhoods are left out: they collide with persons and words.
// - cldr-subdivisions-tr.tsv: Unicode CLDR 41 common/subdivisions/tr.xml (Unicode licence). Cleaned: type words cut off
//   ("Bavyera", "Kerkük ili" -> "Kerkük"), Turkey's own rows and those of micro-states and municipality-only countries dropped,
//   codes, labels and mostly lower-case words dropped.
// - cldr-territories-tr.tsv, cldr-exemplar-cities-tr.tsv: Unicode CLDR 48.2 (npm cldr-localenames-full, cldr-dates-full).
//   Cleaned: keys that are no places (UN EU EZ ZZ QO XA XB) and "Bilinmeyen Şehir" dropped, what the hand lists have dropped.
// - iso-countries-tr.tsv: npm i18n-iso-countries 7.14.0 (MIT), same treatment.
import { listFiles, readLines, readList, same, share, writeList } from './common.mjs';

const HAND = [
  'places-countries.tsv',
  'places-world-cities.tsv',
  'places-world-regions.tsv',
  'places-geography.tsv',
  'places-venues.tsv',
  'places-turkey-quarters.tsv',
];

const PROVINCE_ALIASES = {
  Mersin: ['İçel'],
  Gaziantep: ['Antep', 'G.Antep', 'G. Antep'],
  Kahramanmaraş: ['Maraş', 'K.Maraş', 'K. Maraş'],
  Şanlıurfa: ['Urfa', 'Ş.Urfa', 'Ş. Urfa'],
  Afyonkarahisar: ['Afyon'],
  Hakkari: ['Çölemerik'],
  Diyarbakır: ['~Amed', 'Diyarbekir'],
  İstanbul: ['Konstantinopolis', 'Dersaadet'],
  Tunceli: ['~Dersim'],
  İzmir: ['~Smyrna'],
};
const DISTRICT_ALIASES = {
  Eyüpsultan: ['Eyüp'],
  Doğubayazıt: ['Doğubeyazıt'],
  Ereğli: ['Karadeniz Ereğli', 'Karadeniz Ereğlisi', 'Konya Ereğli'],
  Marmaraereğlisi: ['Marmara Ereğlisi'],
  Mustafakemalpaşa: ['M. Kemalpaşa', 'M.Kemalpaşa'],
  Şereflikoçhisar: ['Ş.Koçhisar'],
};
// Words that stand for more than the place, whatever the counts say.
const ALSO_WORDS = new Set(
  'Merkez Körfez Ordu Batman Aydın Van Muş Ağrı Kale Genç Pazar Saray Çay Han Bor Tut Of Gül Güney Kozluk Evciler Bayat Kaş Kemer Fatih Adalar Yenişehir Bahçe Kavak Bulanık Araç Akdeniz Gölbaşı Altındağ Sur Bağlar Havza Toroslar Efeler Ortaköy Hayrat Kaynarca'.split(
    ' ',
  ),
);
// Places that news means less often than a person or a club of that name.
const RARER = new Set(
  'Yıldırım Selçuk Çelebi Buldan Belen Aksu Gündoğdu Selim İspir Palandöken Bahçeli İmamoğlu Türkoğlu Altay Beşiktaş'.split(
    ' ',
  ),
);

// Districts whose name is first of all the district, though a word or a surname too.
const STRONG = new Set('Avcılar Nilüfer Altındağ Kepez'.split(' '));

// Subdivisions that news knows as persons or words.
const PERSON_NAMES = new Set(
  'Vladimir Jura Isabela Independencia Artemisa Junin Boris Kirov Morelos Hidalgo Zamora Madre Colón Bolívar Sucre Santiago Lara Nelson Taylor Rosario Juan Carlos Bromley Anne Campbell Salvador Moreno'.split(
    ' ',
  ),
);

export function buildPlaces() {
  const handNames = new Set(HAND.flatMap((file) => readList(file).map((row) => same(row.name))));
  const known = new Set(HAND.flatMap((file) => readList(file).flatMap((row) => [row.name, ...row.aliases].map(same))));
  const personParts = new Set(
    [
      'names-given.tsv',
      'names-surnames.tsv',
      'sources/names-given-extra.tsv',
      'sources/names-surnames-extra.tsv',
    ].flatMap((file) =>
      readList(file)
        .filter((row) => !row.flags.includes('rare'))
        .map((row) => same(row.name)),
    ),
  );
  const foreignParts = new Set(
    ['names-foreign-given.tsv', 'names-foreign-surnames.tsv'].flatMap((file) =>
      readList(file).map((row) => same(row.name)),
    ),
  );
  const single = (name) => !name.includes(' ');
  // Forms that suffice by themselves for a person or an organization.
  const others = new Set(
    listFiles((file) => /^(people|orgs)-/.test(file)).flatMap((file) =>
      readList(file).flatMap(({ name, strongAliases, flags }) =>
        [...(flags.includes('weak') ? [] : [name]), ...strongAliases].map(same),
      ),
    ),
  );
  const commonWords = new Set(readList('common-words.tsv').map((row) => same(row.name)));
  // How surely the name is one: share of capitalised uses, with i for ı and without accents too, as the product reads them.
  const certainty = (name) =>
    commonWords.has(same(name))
      ? 0.5
      : Math.min(share(name), ...[same(name), same(name).replace(/i/g, 'ı')].map(share));

  // Turkey
  const provinces = new Set(readLines('turkiye-provinces.txt'));
  const districts = new Set(readLines('turkiye-districts.txt'));
  const municipalities = new Set(readLines('turkiye-municipalities.txt'));
  const turkey = [];
  for (const name of new Set([...provinces, ...districts, ...municipalities])) {
    if (name === 'Merkez' || handNames.has(same(name))) continue; // the class word; or a name the hand lists have
    const isProvince = provinces.has(name);
    const isDistrict = districts.has(name);
    const weak =
      single(name) &&
      !STRONG.has(name) &&
      (ALSO_WORDS.has(name) ||
        RARER.has(name) ||
        certainty(name) < 0.65 ||
        (!isProvince && !isDistrict && (certainty(name) < 0.85 || personParts.has(same(name)))) ||
        (!isProvince && personParts.has(same(name)) && share(name) < 0.9));
    turkey.push([
      name,
      'LOC',
      [
        ...(PROVINCE_ALIASES[name] ?? DISTRICT_ALIASES[name] ?? []).filter((alias) => !handNames.has(same(alias))),
        // A capitalised class word belongs to the name (Bergama İlçesi), and tells the place from a word (Of İlçesi).
        ...(isProvince ? [`${name} İli`] : isDistrict ? [`${name} İlçesi`] : []),
      ],
      weak ? ['weak'] : [],
      isProvince ? 'province' : isDistrict ? 'district' : 'municipality',
    ]);
  }
  writeList(
    'places-turkey.tsv',
    [
      'Provinces, districts and municipalities of Turkey',
      'source: turkiye-api',
      'licence: MIT',
      'built by scripts/lexicons/places.mjs',
    ],
    turkey,
  );
  for (const [name, , aliases] of turkey) for (const form of [name, ...aliases]) known.add(same(form));

  // First-level subdivisions of the world
  const TYPE_WORDS =
    /\s+(?:ili|İli|İlii|ilçesi|İlçesi|Belediyesi|Beldesi|District|Province|[Ee]yaleti|[Vv]ilayeti|[Rr]ayonu|County|Parish|Paris|Prefecture|Prefektörlüğü|Atoll|Region|Municipality|Department|Departmanı|Division|Oblastı|oblastı|Krayı|krayı|Okrugu|[Kk]antonu|[Bb]ölgesi|[İi]dari [Bb]ölgesi|Özerk [Bb]ölgesi|[Vv]aliliği|Emirliği|Kontluğu|Governorate|City|Zon|Zonu|Voyvodalığı|Merkez [Bb]ölgesi|Yönetimi|[Kk]azası|Bölümü|Özerk Cumhuriyeti|Metropoliten Borough|Borough|Valiliği|Yönetim Bölgesi|District Council|Island Council|\(il\)|ilsi|Şehri|Yarıözerk Şehri)$/;
  const DROP_COUNTRIES = new Set(
    'tr ad ag ai bb bm bs bz dm gd kn lc vc mv mt si mk sm li sc to tv nr ki pw fm mh mu jm lv lt ee fj vu sb ws st cv km gq gw pm tf um va mc sg bh mo hk rs lk is vi ug me lu bi'.split(
      ' ',
    ),
  );
  const subdivisions = new Map();
  for (const line of readLines('cldr-subdivisions-tr.tsv')) {
    const [code, raw] = line.split('\t');
    if (!raw || DROP_COUNTRIES.has(code.slice(0, 2))) continue;
    let name = raw
      .replace(/\s*\(.*\)$/, '')
      .replace(/,.*$/, '')
      .replace(/\s+ve\s+çevresi$/, '')
      .trim();
    name = name.replace(TYPE_WORDS, '').replace(TYPE_WORDS, '').trim();
    if (/^County /.test(name)) name = name.slice(7);
    if (name.length < 3 || /\d|\//.test(name) || !/^\p{Lu}/u.test(name) || /^\p{Lu}+$/u.test(name)) continue;
    // A direction or a bare class word is no name once its type word is gone ("Kuzey Bölgesi", "Merkez ili").
    if (
      /^(?:Kuzey|Güney|Doğu|Batı|Merkez|Merkezi|Orta|Kuzeydoğu|Kuzeybatı|Güneydoğu|Güneybatı|Central|North|South|East|West|Northern|Southern|Eastern|Western|Başkent|Centre|Sahil|Kıyı|Göl|Göller|Nord|Sud|Est|Ouest|Norte|Sur|Litoral|Littoral|Highlands|Yukarı|Aşağı|Plateaux|Lacs|Savanes|Maritime|Rivers|Plateau|Delta|Cross River|Islands|Capital|Upper|Lower|Danimarka Capital)(?:[ -](?:Kuzey|Güney|Doğu|Batı|Orta|East|West|North|South))?$/.test(
        name,
      )
    )
      continue;
    if (/ (?:Kuzey|Güney|Otonom)$/.test(name)) continue;
    if (known.has(same(name)) || (single(name) && share(name) < 0.4)) continue;
    // Labels with class words in small letters are left out, as are names that an apostrophe would cut (Ma'an).
    if (
      /[^\p{L}\s.-]/u.test(name) ||
      name
        .split(' ')
        .some((word) => /^\p{Ll}/u.test(word) && !/^(?:ve|de|la|del|da|do|dos|das|le|les|di|el|al|of|du)$/.test(word))
    )
      continue;
    const key = same(name);
    const weak =
      others.has(key) ||
      (single(name) &&
        (certainty(name) < 0.85 ||
          personParts.has(key) ||
          foreignParts.has(key) ||
          name.length < 4 ||
          PERSON_NAMES.has(name)));
    if (!subdivisions.has(key))
      subdivisions.set(key, [name, 'LOC', [], weak ? ['weak'] : [], code.slice(0, 2).toUpperCase()]);
  }
  writeList(
    'places-subdivisions.tsv',
    [
      'First-level subdivisions of the states of the world in Turkish (note: the state)',
      'source: CLDR tr subdivisions',
      'licence: Unicode-DFS-2016',
      'built by scripts/lexicons/places.mjs',
    ],
    [...subdivisions.values()],
  );
  for (const key of subdivisions.keys()) known.add(key);

  // Territories and exemplar cities
  const exonyms = new Map();
  const NO_PLACE = new Set(['UN', 'EU', 'EZ', 'ZZ', 'QO', 'XA', 'XB']);
  const add = (name, note) => {
    const clean = name.replace(/’/g, "'").trim();
    const key = same(clean);
    if (
      !clean ||
      known.has(key) ||
      exonyms.has(key) ||
      /^Bilinmeyen|\(|, | - |\/|&|^Dünya$|'nın |'nun |'in |'ın |Küçük Harici|Uzak Adaları|ÖYB|ÖİB|Quarter|Bölgeleri$|Toprakları$|^Mikronezya B|^Karayip H|^Aotearoa/.test(
        clean,
      ) ||
      /^\p{Lu}+$/u.test(clean) ||
      share(clean) < 0.4
    )
      return;
    const weak = others.has(key) || (single(clean) && (certainty(clean) < 0.85 || personParts.has(key)));
    exonyms.set(key, [clean, 'LOC', [], weak ? ['weak'] : [], note]);
  };
  for (const line of readLines('cldr-territories-tr.tsv')) {
    const [code, name] = line.split('\t');
    if (!NO_PLACE.has(code.split('-')[0])) add(name, 'territory');
  }
  for (const line of readLines('iso-countries-tr.tsv'))
    for (const form of line.split('\t')[1].split('|')) add(form, 'territory');
  for (const line of readLines('cldr-exemplar-cities-tr.tsv')) add(line.split('\t')[1], 'city');
  writeList(
    'places-exonyms.tsv',
    [
      'Territories and cities in Turkish that the hand lists lack',
      'source: CLDR tr territories, CLDR tr exemplar cities, i18n-iso-countries',
      'licence: Unicode-3.0, MIT',
      'built by scripts/lexicons/places.mjs',
    ],
    [...exonyms.values()],
  );
}
