import { pairNames } from '../evaluate/compare.js';
import { renderScores } from '../evaluate/report.js';
import { Tally } from '../evaluate/score.js';
import type { GoldDoc } from '../input/gold.js';
import { shippedModel } from '../load/resources.js';
import type { Resources } from '../pipeline.js';
import { ClusterTable } from '../tagger/clusters.js';
import { TaggerModel } from '../tagger/model.js';
import { Tagger } from '../tagger/tagger.js';
import { sentencesOf, tagDocument } from '../train/gold.js';
import { type TrainProgress, train as trainModel } from '../train/train.js';
import { recognizeGold } from './evaluate.js';
import { Exit } from './exit.js';
import { filesOf, readGold } from './gold-files.js';
import { checkOutput, writeOutput } from './output-file.js';
import { loadResources, readFile } from './resources.js';
import type { Session } from './session.js';

/** Options of `kunye train`. */
export interface TrainFlags {
  output: string;
  dev?: string[];
  seed?: number;
  epochs?: number;
  clusters?: string;
}

/** `kunye train`: learns a tagger from gold and writes its model file. */
export async function train(paths: readonly string[], flags: TrainFlags, session: Session): Promise<void> {
  const gold = await readGold(paths, { byDoc: true }, session.io, session);
  const dev = flags.dev ? await readGold(flags.dev, {}, session.io, session) : [];
  // A model of half the gold would look like one of all of it.
  if (session.exitCode !== Exit.Ok) return;
  const { output, clusters } = flags;
  checkOutput(output, [...paths, ...(flags.dev ?? []), ...filesOf([...gold, ...dev]), ...(clusters ? [clusters] : [])]);
  const { lexicon } = loadResources({ lexicon: [], model: false });
  const documents = gold.map(tagDocument);
  // Given tokens may come a sentence at a time, without their document: both ways are learned.
  const sentences = documents.filter((_, i) => (gold[i].sentences?.length ?? 0) > 1).flatMap(sentencesOf);
  const started = Date.now();
  const trained = trainModel(
    [...documents, ...sentences],
    { clusters: openClusters(flags), lexicons: [lexicon] },
    {
      ...(flags.seed !== undefined && { seed: flags.seed }),
      ...(flags.epochs !== undefined && { epochs: flags.epochs }),
      onProgress: (progress) => session.note(progressLine(progress)),
    },
  );
  writeOutput(output, trained.model);
  const seconds = Math.round((Date.now() - started) / 1000);
  session.note(
    `${output}: ${trained.names} names in ${trained.tokens} tokens, ${trained.features} features, ${trained.model.length} bytes, ${seconds} s`,
  );
  if (dev.length === 0) return;
  const tagger = new Tagger(new TaggerModel(trained.model, output));
  await session.out.write(scoreOn(dev, { lexicon, userLexicons: [], tagger }));
}

/** The word clusters of the given model, or of the one that ships; none when there is neither. */
function openClusters({ clusters }: TrainFlags): ClusterTable {
  if (clusters !== undefined) return new TaggerModel(readFile(clusters), clusters).clusters;
  const path = shippedModel();
  return path === undefined ? ClusterTable.empty() : new TaggerModel(readFile(path), path).clusters;
}

function progressLine({ stage, epoch, epochs, loss }: TrainProgress): string {
  return `${stage}, epoch ${epoch} of ${epochs}: loss ${loss.toFixed(4)}`;
}

function scoreOn(docs: readonly GoldDoc[], resources: Resources): string {
  const tally = new Tally('strict');
  for (const doc of docs)
    tally.add(pairNames(doc.names, doc.debatable, recognizeGold(doc, resources, { lexicon: [] })));
  return renderScores(tally.table(), 'strict');
}
