// Throws hostile input at künye and watches: no error but its own, no hang, slices always true, time linear in the input.
//   node scripts/fuzz.mjs [--seconds 600] [--seed N] [--target NAME] [--case N] [--no-probes]
// The seed is printed; a failing case is reported with what repeats it. Cases run in a worker thread, so that a hang is seen too.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { PROBES, TARGETS } from './fuzz/targets.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    target: { type: 'string' },
    case: { type: 'string' },
    'no-probes': { type: 'boolean', default: false },
  },
});
const HANG_MS = 60_000;
const seed = Number(values.seed);
const names = values.target ? [values.target] : Object.keys(TARGETS);
if (!names.every((name) => name in TARGETS)) {
  console.error(`no target '${values.target}'; right would be one of ${Object.keys(TARGETS).join(', ')}`);
  process.exit(2);
}

console.log(`seed ${seed}`);
const counts = Object.fromEntries(names.map((name) => [name, { cases: 0, bytes: 0, accepted: 0, refused: 0 }]));
const failures = [];
const slowest = { ms: 0 };
let worker;
let next = values.case === undefined ? 0 : Number(values.case);

/** Runs one case in the worker; a worker that hangs is replaced. */
function runCase(job) {
  worker ??= new Worker(new URL('./fuzz/worker.mjs', import.meta.url));
  const used = worker;
  return new Promise((resolve) => {
    const settle = (answer) => {
      clearTimeout(timer);
      used.off('message', settle);
      used.off('error', die);
      resolve(answer);
    };
    const replace = (failure) => {
      worker = undefined;
      settle({ failure });
      used.terminate();
    };
    const die = (error) => replace(`the thread died: ${error.message}`);
    const timer = setTimeout(() => replace(`no answer for ${HANG_MS / 1000} s`), HANG_MS);
    used.on('message', settle);
    used.on('error', die);
    used.postMessage(job);
  });
}

function report(what, repeat, failure) {
  failures.push(what);
  console.log(
    `FAILED ${what}\n  again: node scripts/fuzz.mjs ${repeat}\n  ${failure.split('\n').slice(0, 8).join('\n  ')}`,
  );
}

if (!values['no-probes'] && values.case === undefined) {
  console.log('| probe | units | ms | ms for 4 times as much |\n| --- | --: | --: | --: |');
  for (const name of Object.keys(PROBES)) {
    const { small, large, units, failure } = await runCase({ probe: name });
    if (failure) report(`probe ${name}`, '--seconds 0', failure);
    else console.log(`| ${name} | ${units} | ${small} | ${large} |`);
  }
}

const end = Date.now() + Number(values.seconds) * 1000;
do {
  const target = names[next % names.length];
  const current = next++;
  const answer = await runCase({ target, seed, index: current });
  const count = counts[target];
  count.cases++;
  if (answer.failure)
    report(`${target} case ${current}`, `--seed ${seed} --target ${target} --case ${current}`, answer.failure);
  else {
    count.bytes += answer.bytes;
    count[answer.refused ? 'refused' : 'accepted']++;
    if (answer.ms > slowest.ms) Object.assign(slowest, { ms: answer.ms, target, index: current, bytes: answer.bytes });
  }
} while (values.case === undefined && Date.now() < end && failures.length < 20);

console.log('| target | cases | MB | accepted | refused |\n| --- | --: | --: | --: | --: |');
for (const [name, { cases, bytes, accepted, refused }] of Object.entries(counts))
  console.log(`| ${name} | ${cases} | ${(bytes / 1e6).toFixed(1)} | ${accepted} | ${refused} |`);
if (slowest.target)
  console.log(`slowest: ${slowest.target} case ${slowest.index}, ${slowest.bytes} bytes in ${slowest.ms} ms`);
console.log(
  `largest memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB; seed ${seed}; ${failures.length} failures`,
);
await worker?.terminate();
process.exitCode = failures.length === 0 ? 0 : 1;
