import { KunyeError } from '../errors.js';
import { compareSystems } from '../evaluate/bootstrap.js';
import { type Pair, type PredictedName, pairNames } from '../evaluate/compare.js';
import { confusionOf } from '../evaluate/confusion.js';
import { renderComparison, renderConfusion, renderError, renderScores, round } from '../evaluate/report.js';
import { type Score, type ScoreMode, type ScoreTable, Tally } from '../evaluate/score.js';
import { type GoldDoc, namesOfTags } from '../input/gold.js';
import { parsePredictions } from '../input/predictions.js';
import { bioTags } from '../output/conll.js';
import type { Resources } from '../pipeline.js';
import { analyseDoc } from './extract.js';
import { readGold, readText } from './gold-files.js';
import type { RecognizeFlags } from './options.js';
import { loadResources } from './resources.js';
import type { Session } from './session.js';

/** Options of `kunye evaluate`. */
export interface EvaluateFlags extends RecognizeFlags {
  to: 'text' | 'json';
  byDoc?: boolean;
  partial?: boolean;
  typeOnly?: boolean;
  confusion?: boolean;
  errors?: boolean;
  predictions?: string;
  against?: string;
  minF1?: number;
}

/** `kunye evaluate`: scores recognition, or another system's predictions, on gold. */
export async function evaluate(paths: readonly string[], flags: EvaluateFlags, session: Session): Promise<void> {
  const docs = await readGold(paths, { byDoc: flags.byDoc === true }, session.io, session);
  if (docs.length === 0) return;
  const predicted = flags.predictions
    ? readPredictions(flags.predictions, docs, flags)
    : recognizeAll(docs, loadResources(flags), flags);
  const pairs = pairAll(docs, predicted, flags);
  const modes: ScoreMode[] = [
    'strict',
    ...(flags.partial ? ['partial' as const] : []),
    ...(flags.typeOnly ? ['type' as const] : []),
  ];
  const tables = new Map(modes.map((mode) => [mode, tableOf(pairs, mode)]));
  const strict = tables.get('strict') as ScoreTable;
  const other = flags.against ? pairAll(docs, readPredictions(flags.against, docs, flags), flags) : undefined;
  const outcome: Outcome = { docs, pairs, tables, ...(other && { other }) };
  await session.out.write(
    flags.to === 'json' ? `${JSON.stringify(asJson(outcome, flags), null, 2)}\n` : asText(outcome, flags),
  );
  if (flags.minF1 !== undefined && strict.micro.f1 < flags.minF1) {
    const message = `F1 ${strict.micro.f1.toFixed(2)} is below --min-f1 ${flags.minF1}`;
    session.error(new KunyeError('REGRESSION', message));
  }
}

interface Outcome {
  docs: readonly GoldDoc[];
  /** The names of each document, gold and predicted. */
  pairs: readonly Pair[][];
  tables: ReadonlyMap<ScoreMode, ScoreTable>;
  /** The same for the system compared with. */
  other?: readonly Pair[][];
}

/** Recognizes a gold document; given tokens are answered token by token, as CoNLL output would. */
export function recognizeGold(doc: GoldDoc, resources: Resources, flags: RecognizeFlags): PredictedName[] {
  const { sentences, text } = doc;
  const { table, result } = analyseDoc(sentences ? { text: '', sentences } : { text }, resources, flags);
  return sentences ? namesOfTags(table, bioTags(table, result.entities)) : result.entities;
}

function recognizeAll(docs: readonly GoldDoc[], resources: Resources, flags: RecognizeFlags): PredictedName[][] {
  return docs.map((doc) => recognizeGold(doc, resources, flags));
}

function readPredictions(file: string, docs: readonly GoldDoc[], { byDoc = false }: EvaluateFlags): PredictedName[][] {
  return parsePredictions(readText(file), file, docs, { byDoc });
}

function pairAll(docs: readonly GoldDoc[], predicted: readonly PredictedName[][], { types }: EvaluateFlags): Pair[][] {
  const wanted = ({ type }: PredictedName) => !types || types.includes(type);
  return docs.map(({ names, debatable }, i) => pairNames(names.filter(wanted), debatable, predicted[i].filter(wanted)));
}

function tableOf(pairs: readonly Pair[][], mode: ScoreMode): ScoreTable {
  const tally = new Tally(mode);
  for (const one of pairs) tally.add(one);
  return tally.table();
}

function compare(pairs: readonly Pair[][], other: readonly Pair[][]) {
  const countsOf = (one: Pair[]) => new Tally('strict').add(one).total();
  return compareSystems(pairs.map(countsOf), other.map(countsOf));
}

function asText({ docs, pairs, tables, other }: Outcome, flags: EvaluateFlags): string {
  const parts = [...tables].map(([mode, table]) => renderScores(table, mode, flags.types));
  if (flags.confusion) parts.push(renderConfusion(confusionOf(pairs)));
  if (other) {
    const micro = (tables.get('strict') as ScoreTable).micro;
    const there = tableOf(other, 'strict').micro;
    parts.push(renderComparison(compare(pairs, other), micro, there, flags.against as string, docs.length));
  }
  if (flags.errors) {
    const errors = pairs.flatMap((one, i) => one.filter(isError).map((pair) => renderError(pair, docs[i])));
    parts.push(errors.join('') || 'no errors\n');
  }
  return parts.join('\n');
}

function asJson({ docs, pairs, tables, other }: Outcome, flags: EvaluateFlags): Record<string, unknown> {
  const comparison = other && compare(pairs, other);
  return {
    documents: docs.length,
    ...Object.fromEntries([...tables].map(([mode, table]) => [mode, roundedTable(table)])),
    confusion: confusionOf(pairs),
    ...(comparison && {
      against: {
        file: flags.against,
        strict: roundedTable(tableOf(other, 'strict')),
        difference: round(comparison.difference),
        interval: comparison.interval.map(round),
        p: Math.round(comparison.p * 10000) / 10000,
        samples: comparison.samples,
      },
    }),
    ...(flags.errors && {
      errors: docs.flatMap((doc, i) => pairs[i].filter(isError).map((pair) => errorOf(pair, doc))),
    }),
  };
}

function roundedTable(table: ScoreTable): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(table).map(([name, { precision, recall, f1, gold, predicted }]: [string, Score]) => [
      name,
      { precision: round(precision), recall: round(recall), f1: round(f1), gold, predicted },
    ]),
  );
}

function isError({ relation }: Pair): boolean {
  return relation !== 'correct';
}

function errorOf({ relation, gold, predicted }: Pair, { text, file, line, id }: GoldDoc): Record<string, unknown> {
  const withText = (name: PredictedName) => ({
    type: name.type,
    start: name.start,
    end: name.end,
    text: text.slice(name.start, name.end),
  });
  return {
    file,
    line,
    ...(id !== undefined && { id }),
    relation,
    ...(gold && { gold: withText(gold) }),
    ...(predicted && { predicted: withText(predicted) }),
  };
}
