// Runs the cases of scripts/fuzz.mjs, one message a case.
import { parentPort } from 'node:worker_threads';
import { KunyeError } from '../../dist/errors.js';
import { makeRandom } from './mutate.mjs';
import { PROBES, runText, TARGETS } from './targets.mjs';

const LONG_MS = 3_000;
/** Time may grow with the input and some noise, not with its square (16 times). */
const MOST_GROWTH = 10;

/** Processor time of a piece of work, in milliseconds: the machine may be busy. */
function timed(work) {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return Math.round((user + system) / 1000);
}

function runProbe(name) {
  const { unit, times } = PROBES[name];
  const small = timed(() => runText(unit.repeat(times / 4)));
  const large = timed(() => runText(unit.repeat(times)));
  if (large > LONG_MS && large > small * MOST_GROWTH)
    throw new Error(`time is not linear: ${small} ms, and ${large} ms for four times as much`);
  return { small, large, units: (unit.length * times) / 4 };
}

async function runCase({ target, seed, index }) {
  const { make, run } = TARGETS[target];
  const input = make(makeRandom(seed + index * 7919));
  let refused = false;
  const started = performance.now();
  try {
    await run(input);
  } catch (error) {
    if (!(error instanceof KunyeError)) throw error;
    refused = true;
  }
  return { bytes: input.length, refused, ms: Math.round(performance.now() - started) };
}

parentPort.on('message', async (job) => {
  try {
    parentPort.postMessage(job.probe ? runProbe(job.probe) : await runCase(job));
  } catch (error) {
    parentPort.postMessage({ failure: error.stack ?? String(error) });
  }
});
