// Trains the shipped model from ../shared/data: word clusters over the raw text (kept in build/), then the tagger. `npm run train`.
// Deterministic: the same data give the same bytes. About 20 minutes, of which the clusters are three quarters.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { main } from '../dist/cli/main.js';
import { CALIBRATION_SIZE, writeModel } from '../dist/tagger/model.js';
import { TAG_COUNT } from '../dist/tagger/tags.js';
import { CLUSTER_DEFAULTS, learnClusters } from '../dist/train/clusters.js';
import { Corpus } from '../dist/train/corpus.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = process.env.KUNYE_DATA ?? `${root}../shared/data`;
const RAW = ['kemik-42bin', '1150haber', 'tr-financial-2025', 'nakba-articles'];
const GOLD = ['news-annotated', 'milliyet', 'nakba-news'];

const clusters = `${root}build/clusters.kunye`;
if (!existsSync(clusters)) {
  const corpus = new Corpus();
  for (const name of RAW) {
    const lines = gunzipSync(readFileSync(`${data}/raw/${name}.jsonl.gz`))
      .toString('utf8')
      .split('\n');
    for (const line of lines) if (line) corpus.add(JSON.parse(line).text);
  }
  const table = learnClusters(corpus.vocabulary(CLUSTER_DEFAULTS.least), {
    ...CLUSTER_DEFAULTS,
    onProgress: (epoch, loss) =>
      process.stderr.write(`clusters: epoch ${epoch} of ${CLUSTER_DEFAULTS.epochs}: loss ${loss.toFixed(4)}\n`),
  });
  mkdirSync(`${root}build`, { recursive: true });
  const none = new Float32Array(0);
  const parts = {
    hashes: new Int32Array(0),
    counts: new Int32Array(0),
    values: none,
    transitions: new Float32Array(TAG_COUNT ** 2),
    calibration: new Float32Array(CALIBRATION_SIZE),
  };
  writeFileSync(clusters, writeModel({ ...parts, clusters: table }, 16));
}
process.argv = [
  process.argv[0],
  'kunye',
  'train',
  ...GOLD.map((name) => `${data}/${name}/train.jsonl.gz`),
  '--clusters',
  clusters,
  '-o',
  `${root}models/news.kunye`,
  ...process.argv.slice(2),
];
await main(process);
