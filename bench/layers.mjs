import { chooseCandidates, THRESHOLD } from '../dist/evidence/choose.js';
import { findHits } from '../dist/evidence/gazetteer.js';
import { proposeByRules } from '../dist/evidence/recognise.js';
import { parseRecord } from '../dist/input/jsonl.js';
import { JsonLineWriter } from '../dist/output/json-line.js';
import { resolveDoc } from '../dist/resolve/resolve.js';
import { taggedCandidates } from '../dist/tagger/candidates.js';
import { tokenize } from '../dist/tokenize/tokenizer.js';
import { cpu } from './measure.mjs';

/** Documents that go through a layer together: the clock is read between layers, not between documents. */
const TOGETHER = 250;

/** CPU time of each layer over JSON lines, in milliseconds: the least of some rounds. Also counts tokens and names. */
export function timeLayers(lines, { lexicon, tagger }, rounds) {
  const best = {};
  const writer = new JsonLineWriter();
  let counts;
  for (let round = 0; round < rounds; round++) {
    const times = {};
    counts = { tokens: 0, names: 0 };
    const timed = (layer, work) => {
      const before = cpu();
      const result = work();
      times[layer] = (times[layer] ?? 0) + cpu() - before;
      return result;
    };
    for (let from = 0; from < lines.length; from += TOGETHER) {
      const part = lines.slice(from, from + TOGETHER);
      const docs = timed('read', () => part.map((line, i) => parseRecord(line, { file: 'bench', line: i })));
      const tables = timed('tokenize', () => docs.map(({ text }) => tokenize(text)));
      const hits = timed('lists', () => tables.map((table) => findHits(table, [lexicon])));
      const found = timed(tagger ? 'tagger' : 'rules', () =>
        tables.map((table, i) =>
          tagger ? taggedCandidates(tagger.tag(table, hits[i])) : proposeByRules(table, hits[i]),
        ),
      );
      const chosen = timed('choose', () => found.map((names) => chooseCandidates(names, tagger ? 0 : THRESHOLD)));
      const results = timed('resolve', () => tables.map((table, i) => resolveDoc(table, hits[i], chosen[i])));
      timed('write', () => results.map((result) => writer.line(result).length));
      for (const table of tables) counts.tokens += table.length;
      for (const result of results) counts.names += result.entities.length;
    }
    for (const [layer, time] of Object.entries(times)) best[layer] = Math.min(best[layer] ?? time, time);
  }
  return { layers: best, ...counts };
}
