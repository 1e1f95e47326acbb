import { openList } from '../dist/lexicon/open.js';
import { analyseText } from '../dist/pipeline.js';
import { cpu } from './measure.mjs';
import { madeUpList } from './text.mjs';

/** CPU times of pieces of work done in turns, in milliseconds: the least of some rounds. */
function inTurns(works, rounds) {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, i) => {
      const before = cpu();
      work();
      best[i] = Math.min(best[i], cpu() - before);
    });
  }
  return best;
}

/** The time of all articles as one document over their time one by one. */
export function growthWithLength(articles, resources, rounds) {
  const whole = articles.join('\n');
  const [apart, together] = inTurns(
    [() => articles.map((text) => analyseText(text, resources).result), () => analyseText(whole, resources).result],
    rounds,
  );
  return together / apart;
}

/** The time a document in a long stream over its time in a short one. */
export function growthWithNumber(articles, resources, rounds) {
  const few = articles.slice(0, Math.ceil(articles.length / 10));
  const run = (texts) => () => texts.map((text) => analyseText(text, resources).result.entities.length);
  const [short, long] = inTurns([run(few), run(articles)], rounds);
  return long / articles.length / (short / few.length);
}

/** The time with 500,000 made-up names listed over the time with 10,000, by lists and rules, and with the model if there is one. */
export function growthWithLexicon(articles, { lexicon, tagger }, rounds) {
  const works = [10_000, 500_000].map((count) => {
    const own = openList(madeUpList(count).join('\n'), 'made-up');
    const resources = { lexicon, userLexicons: [own], ...(tagger && { tagger }) };
    return () => articles.map((text) => analyseText(text, resources).result.entities.length);
  });
  const [small, large] = inTurns(works, rounds);
  return large / small;
}
