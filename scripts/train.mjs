// Trains the shipped model from ../shared/data (or KUNYE_DATA): word clusters over the raw text (kept in build/), a first tagger from the gold,
// and from the gold and what that first tagger finds in part of the raw text the one that ships. `npm run train [-- MODEL]`.
// Deterministic: the same data, lists and code give the same bytes. About 25 minutes on one core, half of it for the clusters.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { findHits } from '../dist/evidence/gazetteer.js';
import { parseGold } from '../dist/input/gold.js';
import { Lexicon } from '../dist/lexicon/lexicon.js';
import { CALIBRATION_SIZE, TaggerModel, writeModel } from '../dist/tagger/model.js';
import { Tagger } from '../dist/tagger/tagger.js';
import { TAG_COUNT } from '../dist/tagger/tags.js';
import { tokenize } from '../dist/tokenize/tokenizer.js';
import { CLUSTER_DEFAULTS, learnClusters } from '../dist/train/clusters.js';
import { Corpus } from '../dist/train/corpus.js';
import { sentencesOf, tagDocument, tagsOf } from '../dist/train/gold.js';
import { train } from '../dist/train/train.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = process.env.KUNYE_DATA ?? `${root}../shared/data`;
const output = process.argv[2] ?? `${root}models/news.kunye`;
const RAW = ['kemik-42bin', '1150haber', 'tr-financial-2025', 'nakba-articles'];
const GOLD = ['news-annotated', 'milliyet', 'nakba-news'];
/** Every so many raw articles one is learned from as the first tagger reads it, and how much that counts. */
const RAW_STEP = 8;
const RAW_WEIGHT = 0.3;
/** Slots of the feature table: half as many as usual cost no accuracy here, and are read twice as fast. */
const SLOTS = 1 << 18;

const say = (line) => process.stderr.write(`${line}\n`);
const lines = (file) =>
  gunzipSync(readFileSync(`${data}/${file}.jsonl.gz`))
    .toString('utf8')
    .split('\n')
    .filter(Boolean);

const clusters = openClusters(`${root}build/clusters.kunye`);
const lexicon = new Lexicon(readFileSync(`${root}dist/lexicon.bin`), 'dist/lexicon.bin');
const options = (name) => ({
  slots: SLOTS,
  onProgress: ({ stage, epoch, epochs, loss }) =>
    say(`${name}, ${stage}, epoch ${epoch} of ${epochs}: loss ${loss.toFixed(4)}`),
});
const resources = { clusters, lexicons: [lexicon] };
const gold = GOLD.flatMap(readGold);
const first = train(gold, resources, options('first'));
const trained = train(
  [...gold, ...readRaw(new Tagger(new TaggerModel(first.model, 'first'), true))],
  resources,
  options('shipped'),
);
writeFileSync(output, trained.model);
say(`${output}: ${trained.features} features, ${trained.model.length} bytes`);

function readGold(name) {
  const file = `${name}/train`;
  const docs = parseGold(lines(file).join('\n'), file, { byDoc: true });
  const documents = docs.map(tagDocument);
  // Given tokens may come a sentence at a time, without their document: both ways are learned.
  return [...documents, ...documents.filter((_, i) => (docs[i].sentences?.length ?? 0) > 1).flatMap(sentencesOf)];
}

/** Raw articles as the tagger reads them, without those that were marked by hand, for training or for scoring. */
function readRaw(tagger) {
  const marked = new Set(
    ['train', 'dev'].flatMap((split) => lines(`news-annotated/${split}`).map((line) => JSON.parse(line).id)),
  );
  const articles = RAW.slice(0, 3)
    .flatMap((name) => lines(`raw/${name}`))
    .map((line) => JSON.parse(line))
    .filter(({ id }) => !marked.has(id));
  return articles
    .filter((_, i) => i % RAW_STEP === 0)
    .map(({ text }) => {
      const table = tokenize(text);
      return { table, tags: tagsOf(table.length, tagger.tag(table, findHits(table, [lexicon]))), weight: RAW_WEIGHT };
    });
}

/** The word clusters; a file of an earlier run is taken as it is. */
function openClusters(file) {
  if (!existsSync(file)) {
    const corpus = new Corpus();
    for (const name of RAW) for (const line of lines(`raw/${name}`)) corpus.add(JSON.parse(line).text);
    const table = learnClusters(corpus.vocabulary(CLUSTER_DEFAULTS.least), {
      ...CLUSTER_DEFAULTS,
      onProgress: (epoch, loss) =>
        say(`clusters, epoch ${epoch} of ${CLUSTER_DEFAULTS.epochs}: loss ${loss.toFixed(4)}`),
    });
    mkdirSync(`${root}build`, { recursive: true });
    const empty = {
      hashes: new Int32Array(0),
      counts: new Int32Array(0),
      values: new Float32Array(0),
      transitions: new Float32Array(TAG_COUNT ** 2),
      calibration: new Float32Array(CALIBRATION_SIZE),
      wide: false,
    };
    writeFileSync(file, writeModel({ ...empty, clusters: table }, 16));
  }
  return new TaggerModel(readFileSync(file), file).clusters;
}
