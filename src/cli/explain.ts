import type { Candidate } from '../evidence/candidate.js';
import { THRESHOLD } from '../evidence/choose.js';
import type { Analysis } from '../pipeline.js';
import { analyseDoc } from './extract.js';
import { readInputs } from './inputs.js';
import type { InputFlags, RecognizeFlags } from './options.js';
import { loadResources } from './resources.js';
import type { Session } from './session.js';

/** Options of `kunye explain`. */
export type ExplainFlags = RecognizeFlags & InputFlags & { text?: string; to?: 'text' | 'json' };

/** `kunye explain`: prints every candidate with its evidence and why it was kept or dropped. */
export async function explain(paths: readonly string[], flags: ExplainFlags, session: Session): Promise<void> {
  const resources = loadResources(flags);
  const print = async (analysis: Analysis, id?: string) => {
    const rows = explainAnalysis(analysis, flags.minScore ?? THRESHOLD);
    const text =
      flags.to === 'json'
        ? `${JSON.stringify({ ...(id !== undefined && { id }), candidates: rows })}\n`
        : renderRows(rows, id);
    await session.out.write(text);
  };
  if (flags.text !== undefined) {
    await print(analyseDoc({ text: flags.text }, resources, flags));
    return;
  }
  for await (const { doc } of readInputs(paths.length > 0 ? paths : ['-'], flags, session.io, session)) {
    await print(analyseDoc(doc, resources, flags), doc.id);
  }
}

/** One candidate, explained. */
export interface ExplainedCandidate {
  text: string;
  type: string;
  start: number;
  end: number;
  score: number;
  kept: boolean;
  /** Why it was kept or dropped. */
  verdict: string;
  evidence: { rule: string; weight: number; detail: string }[];
  /** The name a kept mention is linked to. */
  name?: string;
}

/** Explains all candidates of an analysis in text order. */
export function explainAnalysis(
  { table, candidates, chosen, result }: Analysis,
  threshold: number,
): ExplainedCandidate[] {
  const kept = new Set(chosen);
  const winnerAt = new Map<number, Candidate>();
  for (const winner of chosen) for (let i = winner.from; i < winner.to; i++) winnerAt.set(i, winner);
  const nameAt = new Map(result.entities.map((entity) => [entity.start, entity.name]));
  return [...candidates]
    .sort((a, b) => a.from - b.from || b.to - a.to || b.score - a.score)
    .map((candidate) => {
      const { from, to, type, score, evidence } = candidate;
      const start = table.start[from];
      const end = table.stemEnd[to - 1];
      const row: ExplainedCandidate = {
        text: table.text.slice(start, end),
        type,
        start,
        end,
        score: Math.round(score * 100) / 100,
        kept: kept.has(candidate),
        verdict: verdictOf(
          candidate,
          kept,
          winnerAt,
          threshold,
          (c) => `${c.type} ${table.text.slice(table.start[c.from], table.stemEnd[c.to - 1])}`,
        ),
        evidence: evidence.map(({ rule, weight, detail }) => ({
          rule,
          weight: Math.round(weight * 100) / 100,
          detail,
        })),
      };
      const name = nameAt.get(start);
      if (row.kept && name !== undefined) row.name = name;
      return row;
    });
}

function verdictOf(
  candidate: Candidate,
  kept: ReadonlySet<Candidate>,
  winnerAt: ReadonlyMap<number, Candidate>,
  threshold: number,
  show: (candidate: Candidate) => string,
): string {
  if (kept.has(candidate)) return candidate.certain ? "kept: the user's list wins" : 'kept';
  if (candidate.score < threshold) return `dropped: score below ${threshold}`;
  for (let i = candidate.from; i < candidate.to; i++) {
    const winner = winnerAt.get(i);
    if (!winner) continue;
    const why = winner.certain
      ? "is in the user's list"
      : winner.to - winner.from > candidate.to - candidate.from
        ? 'is longer'
        : 'is surer or earlier';
    return `dropped: ${show(winner)} ${why}`;
  }
  return 'dropped: its type was not asked for';
}

function renderRows(rows: readonly ExplainedCandidate[], id?: string): string {
  const head = id === undefined ? '' : `${id}\n`;
  if (rows.length === 0) return `${head}no candidates\n`;
  return (
    head +
    rows
      .map((row) => {
        const name = row.name !== undefined && row.name !== row.text ? ` = ${row.name}` : '';
        const evidence = row.evidence
          .map(({ rule, weight, detail }) => `    ${weight >= 0 ? '+' : ''}${weight.toFixed(1)}  ${rule}: ${detail}\n`)
          .join('');
        return `${row.kept ? '✓' : '✗'} ${row.type} ${row.text.replace(/\s+/gu, ' ')}${name}  [${row.start}, ${row.end})  score ${row.score.toFixed(2)}  ${row.verdict}\n${evidence}`;
      })
      .join('')
  );
}
