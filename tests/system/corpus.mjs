// Invented news for looking at pages: people who do not exist, in stories that did not happen.

const STORIES = [
  {
    months: [1, 1, 2, 2, 3, 3, 3, 4, 5, 6, 7, 9, 10, 11, 11, 12],
    title: 'Köprü çalışması sürüyor',
    people: [
      ['Ulaştırma Bakan Yardımcısı', 'Selin Aydoğan'],
      ['Karayolları Genel Müdürü', 'Tarık Şimşekoğlu'],
      ['Belediye Başkanı', 'Nermin Uluçay'],
    ],
    places: ['Çanakkale', 'Gelibolu', 'Bursa', 'Balıkesir'],
    organizations: ['Karayolları Genel Müdürlüğü', 'Ulaştırma Bakanlığı'],
    sentences: [
      '{role} {person}, {place} yolundaki köprünün yıl sonunda açılacağını söyledi.',
      "{person}, {place}'daki toplantıda {organization} yetkilileriyle bir araya geldi.",
      '{organization}, {place} ile {place2} arasındaki yolun bakıma alındığını duyurdu.',
      '{person} ile {person2} şantiyeyi birlikte gezdi ve işçilerle çay içti.',
    ],
  },
  {
    months: [3, 4, 5, 5, 6, 6, 6, 7, 7, 8, 9, 10],
    title: 'Kazıda yeni buluntular',
    people: [
      ['Prof. Dr.', 'Oya Kesimoğlu'],
      ['Müze Müdürü', 'Rıfat Korugan'],
    ],
    places: ['İzmir', 'Bergama', 'Foça', 'Atina'],
    organizations: ['Ege Üniversitesi', 'Kültür ve Turizm Bakanlığı', 'Bergama Müzesi'],
    sentences: [
      '{role} {person}, {place} yakınındaki kazıda bir mozaik bulduklarını anlattı.',
      "{organization} ekibi çalışmaya {place}'de devam edecek.",
      '{person}, buluntuların {organization} tarafından korunacağını belirtti.',
      '{person} ve {person2}, mozaiği {place} halkına tanıttı.',
    ],
  },
  {
    months: [1, 2, 4, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 12],
    title: 'Maratonda geri sayım',
    people: [
      ['Antrenör', 'Levent Çığır'],
      ['Milli atlet', 'Elif Sönmezsu'],
      ['Federasyon Başkanı', 'Kadir Ünverdi'],
    ],
    places: ['İstanbul', 'Kadıköy', 'Berlin', 'Erzurum'],
    organizations: ['Türkiye Atletizm Federasyonu', 'Göztepe', 'İstanbul Büyükşehir Belediyesi'],
    sentences: [
      "{role} {person}, hazırlıkların {place}'de sürdüğünü ifade etti.",
      '{organization}, {place} parkurunun yenileneceğini bildirdi.',
      '{person} yarışı {person2} önünde bitirdi.',
      "{person}, {organization} adına {place}'a gidecek.",
    ],
  },
  {
    months: [5, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 12],
    title: 'Su tasarrufu çağrısı',
    people: [
      ['Tarım Müdürü', 'Gülizar Torunoğlu'],
      ['Doç. Dr.', 'Can Yalvaçlı'],
    ],
    places: ['Konya', 'Ankara', 'Kızılırmak', 'Aksaray'],
    organizations: ['Devlet Su İşleri', 'Ankara Üniversitesi', 'Dünya Bankası'],
    sentences: [
      '{role} {person}, {place} ovasında yağışın azaldığına dikkat çekti.',
      '{organization} verilerine göre {place} havzasında su seviyesi düştü.',
      "{person}, {organization} ile {place}'da yeni bir sulama projesi başlatacaklarını açıkladı.",
      '{person} ile {person2} çiftçilerin sorularını yanıtladı.',
    ],
  },
];

const MONTHS = [
  'Ocak',
  'Şubat',
  'Mart',
  'Nisan',
  'Mayıs',
  'Haziran',
  'Temmuz',
  'Ağustos',
  'Eylül',
  'Ekim',
  'Kasım',
  'Aralık',
];

/** Makes the articles, the same at every call: `{id, date, title, text}` with dates in three spellings. */
export function makeArticles() {
  let seed = 7;
  const pick = (list) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return list[(seed >> 8) % list.length];
  };
  return STORIES.flatMap((story, s) =>
    story.months.map((month, i) => {
      const day = 1 + ((i * 11 + s * 5) % 28);
      return {
        id: `haber-${s + 1}-${i + 1}.txt`,
        date: dateOf(day, month, i),
        title: story.title,
        text: textOf(story, pick),
      };
    }),
  );
}

function dateOf(day, month, i) {
  const two = (n) => String(n).padStart(2, '0');
  return [`2024-${two(month)}-${two(day)}`, `${two(day)}.${two(month)}.2024`, `${day} ${MONTHS[month - 1]} 2024`][
    i % 3
  ];
}

function textOf(story, pick) {
  const [role, person] = pick(story.people);
  const others = story.people.filter(([, name]) => name !== person);
  const place = pick(story.places);
  const values = {
    role,
    person,
    person2: pick(others)[1],
    place,
    place2: pick(story.places.filter((name) => name !== place)),
    organization: pick(story.organizations),
  };
  const surname = person.split(' ').at(-1);
  return story.sentences
    .map((sentence, i) => {
      // After the first sentence news calls people by their surname.
      const now = i === 0 ? values : { ...values, person: pick([surname, person]), place: pick(story.places) };
      return sentence.replace(/\{([a-z0-9]+)\}/gu, (_, key) => now[key]);
    })
    .join(' ');
}
