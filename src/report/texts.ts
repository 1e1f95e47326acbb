/** Languages of the page's interface. */
export type ReportLanguage = 'tr' | 'en';

/** The words of the page; `{n}` and the like are filled in by {@link fill}. */
export interface ReportTexts {
  title: string;
  facts: string;
  factsDated: string;
  atLeast: string;
  search: string;
  searchHint: string;
  found: string;
  foundOf: string;
  nothingFound: string;
  theme: string;
  show: string;
  /** One and many, by type. */
  types: readonly [one: string, many: string][];
  /** Heading of the names met together with the chosen one, by type. */
  together: readonly string[];
  inDocs: string;
  count: string;
  countsOnly: string;
  back: string;
  also: string;
  more: string;
  noNames: string;
  noTies: string;
  examples: string;
  noExamples: string;
  overTime: string;
  overTimeOf: string;
  measure: string;
  documents: string;
  share: string;
  asTable: string;
  period: string;
  outside: string;
  graph: string;
  graphOf: string;
  graphSentence: string;
  graphDocument: string;
  graphHint: string;
  asList: string;
  noscript: string;
  madeBy: string;
}

const TR: ReportTexts = {
  title: 'Haberlerdeki adlar',
  facts: '{documents} haberde {names} ad, {mentions} geçiş',
  factsDated: '{documents} haberde {names} ad, {mentions} geçiş · {from} – {to}',
  atLeast: 'en az {n}',
  search: 'Ad ara',
  searchHint: 'Adın bir parçası yeter',
  found: '{n} ad bulundu',
  foundOf: '{n} ad bulundu, ilk {shown} tanesi',
  nothingFound: 'Bu raporda böyle bir ad yok',
  theme: 'Açık / koyu',
  show: 'Göster',
  types: [
    ['Kişi', 'Kişiler'],
    ['Yer', 'Yerler'],
    ['Kurum', 'Kurumlar'],
  ],
  together: ['Birlikte geçtiği kişiler', 'Birlikte geçtiği yerler', 'Birlikte geçtiği kurumlar'],
  inDocs: '{n} haberde',
  count: '{n} kez',
  countsOnly: 'Bu seyrek ad için yalnızca sayılar saklandı.',
  back: 'Bütün adlar',
  also: 'Şöyle de geçiyor:',
  more: '{n} tane daha',
  noNames: 'Yok',
  noTies: 'Birlikte sıkça geçen ad yok.',
  examples: 'Örnek cümleler',
  noExamples: 'Girdide cümleler yok; kunye batch çıktısında vardır.',
  overTime: 'Zaman içinde',
  overTimeOf: 'Zaman içinde: {name}',
  measure: 'Ölçü',
  documents: 'Haber sayısı',
  share: 'Haberlerin yüzdesi',
  asTable: 'Tablo olarak',
  period: 'Dönem',
  outside: 'Tarihi çok uzakta olan {n} haber gösterilmiyor.',
  graph: 'Kim kiminle',
  graphOf: 'Kim kiminle: {name}',
  graphSentence: 'Aynı cümlede beklenenden sık geçen adlar; çizgi kalınlığı haber sayısıdır.',
  graphDocument: 'Aynı haberde beklenenden sık geçen adlar; çizgi kalınlığı haber sayısıdır.',
  graphHint: 'Bir ada tıklayınca sayfa o ada süzülür.',
  asList: 'Liste olarak, en güçlü bağ önce',
  noscript: 'Bu sayfa JavaScript ister; dosyanın dışına hiçbir istek göndermez.',
  madeBy: 'künye {version} ile yapıldı. Adlar otomatik bulunmuştur; yanlış olabilir.',
};

const EN: ReportTexts = {
  title: 'Names in the news',
  facts: '{names} names in {documents} articles, {mentions} mentions',
  factsDated: '{names} names in {documents} articles, {mentions} mentions · {from} – {to}',
  atLeast: 'at least {n}',
  search: 'Search names',
  searchHint: 'Any part of a name',
  found: '{n} names found',
  foundOf: '{n} names found, the first {shown}',
  nothingFound: 'No such name in this report',
  theme: 'Light / dark',
  show: 'Show',
  types: [
    ['Person', 'People'],
    ['Place', 'Places'],
    ['Organization', 'Organizations'],
  ],
  together: ['People met with', 'Places met with', 'Organizations met with'],
  inDocs: 'in {n} articles',
  count: '{n} times',
  countsOnly: 'Of this rare name only counts were kept.',
  back: 'All names',
  also: 'Also written:',
  more: '{n} more',
  noNames: 'None',
  noTies: 'No name is often met with it.',
  examples: 'Example sentences',
  noExamples: 'The input holds no sentences; the output of kunye batch does.',
  overTime: 'Over time',
  overTimeOf: 'Over time: {name}',
  measure: 'Measure',
  documents: 'Number of articles',
  share: 'Percent of articles',
  asTable: 'As a table',
  period: 'Period',
  outside: '{n} articles dated far away are not shown.',
  graph: 'Who with whom',
  graphOf: 'Who with whom: {name}',
  graphSentence: 'Names that share a sentence more often than by chance; wider lines, more articles.',
  graphDocument: 'Names that share an article more often than by chance; wider lines, more articles.',
  graphHint: 'Click a name to filter the page by it.',
  asList: 'As a list, strongest tie first',
  noscript: 'This page needs JavaScript; it sends no request anywhere.',
  madeBy: 'Made with künye {version}. Names were found automatically and may be wrong.',
};

/** The words of each language. */
export const REPORT_TEXTS: Record<ReportLanguage, ReportTexts> = { tr: TR, en: EN };

/** Fills the places of a text: `fill('{n} times', { n: 3 })`. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{([a-z]+)\}/gu, (place, key: string) => String(values[key] ?? place));
}
