import { KunyeError } from '../errors.js';
import { type ExplainedCandidate, explainAnalysis, REASONS } from '../explain.js';
import type { Analysis } from '../pipeline.js';
import { harmless, harmlessLine } from '../text/harmless.js';
import { analyseDoc } from './extract.js';
import { hintOnPath } from './hints.js';
import { readInputs } from './inputs.js';
import type { InputFlags, RecognizeFlags } from './options.js';
import { loadResources } from './resources.js';
import type { Session } from './session.js';

/** Options of `kunye explain`. */
export type ExplainFlags = RecognizeFlags & InputFlags & { text?: string; to?: 'text' | 'json' };

/** `kunye explain`: prints every candidate with its evidence and why it was kept or dropped. */
export async function explain(paths: readonly string[], flags: ExplainFlags, session: Session): Promise<void> {
  if (flags.text !== undefined && paths.length > 0)
    throw new KunyeError('USAGE', '--text and paths exclude each other; right would be one of them');
  const resources = loadResources(flags);
  const print = async (analysis: Analysis, id?: string) => {
    const rows = explainAnalysis(analysis);
    const text =
      flags.to === 'json'
        ? `${JSON.stringify({ ...(id !== undefined && { id }), candidates: rows })}\n`
        : renderRows(rows, id);
    await session.out.write(text);
  };
  if (flags.text !== undefined) {
    await print(analyseDoc({ text: flags.text }, resources, flags, REASONS));
    return;
  }
  const inputs = paths.length > 0 ? paths : ['-'];
  const hint = (path: string) => hintOnPath(path, [], 'kunye explain --text "TEXT"');
  for await (const items of readInputs(inputs, flags, session.io, session, hint)) {
    for (const { doc } of items) await print(analyseDoc(doc, resources, flags, REASONS), doc.id);
  }
}

function renderRows(rows: readonly ExplainedCandidate[], id?: string): string {
  const head = id === undefined ? '' : `${harmlessLine(id)}\n`;
  return head + (rows.length === 0 ? 'no candidates\n' : rows.map((row) => harmless(renderRow(row))).join(''));
}

function renderRow({ kept, type, text, name, start, end, score, verdict, evidence }: ExplainedCandidate): string {
  const base = name !== undefined && name !== text ? ` = ${name}` : '';
  const reasons = evidence.map(
    ({ rule, weight, detail }) => `    ${weight >= 0 ? '+' : ''}${weight.toFixed(1)}  ${rule}: ${detail}\n`,
  );
  return `${kept ? '✓' : '✗'} ${type} ${text.replace(/\s+/gu, ' ')}${base}  [${start}, ${end})  score ${score.toFixed(2)}  ${verdict}\n${reasons.join('')}`;
}
