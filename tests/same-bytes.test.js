import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseCandidates } from '../dist/evidence/choose.js';
import { findHits } from '../dist/evidence/gazetteer.js';
import { PhraseMemo } from '../dist/evidence/phrase-memo.js';
import { loadResources, shippedLexicon, shippedModel } from '../dist/load/resources.js';
import { renderJsonLine } from '../dist/output/json.js';
import { analyseText } from '../dist/pipeline.js';
import { resolveDoc } from '../dist/resolve/resolve.js';
import { taggedCandidates } from '../dist/tagger/candidates.js';
import { SliceMemo } from '../dist/text/slice-memo.js';
import { tokenizeWith } from '../dist/tokenize/tokenizer.js';
import { PlainTagger } from './helpers/plain-tagger.js';
import { anyText } from './helpers/texts.js';

// Every short cut of the hot path has a plain way beside it. Here all short cuts are shut at once: what is printed must not change.

const load = () => loadResources({ lexicon: shippedLexicon(), userLexicons: [], model: shippedModel() });
const fast = (text, resources) => renderJsonLine(analyseText(text, resources).result);

/** Resources without the bit sets of the lexicon, and the tagger in the plain way. */
function plainResources() {
  const { lexicon, tagger } = load();
  lexicon.mayStart = () => true;
  lexicon.mayContinue = () => true;
  lexicon.mayFollow = () => true;
  return { lexicon, tagger: new PlainTagger(tagger.model) };
}

/** The pipeline step by step, without short way for plain words and marks and without memory of phrases and written forms. */
function plain(text, { lexicon, tagger }) {
  const { has } = PhraseMemo.prototype;
  const { get } = SliceMemo.prototype;
  PhraseMemo.prototype.has = () => false;
  SliceMemo.prototype.get = function (from, start, end) {
    return this.make(from.slice(start, end));
  };
  try {
    const table = tokenizeWith(text, (_, from) => from);
    const hits = findHits(table, [lexicon]);
    return renderJsonLine(resolveDoc(table, hits, chooseCandidates(taggedCandidates(tagger.tag(table, hits)), 0)));
  } finally {
    PhraseMemo.prototype.has = has;
    SliceMemo.prototype.get = get;
  }
}

const SENTENCES = [
  'Cumhurbaşkanı Aylin Toksöz, Ankara’da Dışişleri Bakanı Deniz Karakuşoğlu ile görüştü.',
  "Toksöz'ün açıklaması Türkiye Büyük Millet Meclisi'nde (TBMM) tartışıldı.",
  'TBMM BAŞKANI MERT ULUSAN: “İZMİR LİMANI KAPANMIYOR”',
  "Karakusoglu, Milli Eğitim Bakanlığına ve Marmara Üniversitesi'ne teşekkür etti.",
  'ekonomi, istanbul, merkez bankası, faiz',
  "Şirketin 2.500 çalışanı 12 Mart'ta Bursa ile Kocaeli'de iş bırakacak.",
  'Fenerbahçe, Kayserispor karşısında 3-1 öndeydi; Sn. Ulusan maçı izledi.',
  "Prof. Dr. Selin Ertem-Yıldız (Gazi Üniv.) www.ornek.com.tr'nin haberini yalanladı.",
];
const articles = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 12 })
  .map((sentences) => sentences.join(' '));

describe('short cuts', () => {
  test('change no byte of the output', () => {
    const [one, other] = [load(), plainResources()];
    fc.assert(
      fc.property(fc.oneof(articles, anyText), (text) => {
        expect(fast(text, one)).toBe(plain(text, other));
      }),
      { numRuns: 300 },
    );
  });
  test('a document is the same whatever was read before it', () => {
    const used = load();
    const texts = fc.sample(fc.oneof(articles, anyText), { numRuns: 150, seed: 7 });
    const first = texts.map((text) => fast(text, used));
    const again = texts.toReversed().map((text) => fast(text, used));
    expect(again.reverse()).toEqual(first);
    const fresh = load();
    expect(texts.slice(-5).map((text) => fast(text, fresh))).toEqual(first.slice(-5));
  });
  test('the bit sets hold every word of the lists', () => {
    const { lexicon } = load();
    const open = plainResources().lexicon;
    const texts = SENTENCES.concat(fc.sample(articles, { numRuns: 20, seed: 3 }));
    const hits = (text, list) => {
      const table = tokenizeWith(text, (_, from) => from);
      const found = findHits(table, [list]);
      return found.list().map((hit) => [found.from(hit), found.to(hit), found.phrase(hit)]);
    };
    expect(texts.map((text) => hits(text, lexicon))).toEqual(texts.map((text) => hits(text, open)));
  });
});
