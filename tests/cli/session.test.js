import { Session } from '../../dist/cli/session.js';
import { KunyeError } from '../../dist/errors.js';
import { testRows } from '../helpers/rows.js';

/** Exit code of a run that meets these; `missed` is a limit that was not kept. */
function exitCodeAfter(codes) {
  const sink = { write: (_, done) => done?.(), on: () => {}, off: () => {} };
  const session = new Session({ stdout: sink, stderr: sink, env: {} }, false);
  for (const code of codes) code === 'missed' ? session.fail() : session.error(new KunyeError(code, 'x'));
  return session.exitCode;
}

testRows(
  'a run ends with the code of the worst it met',
  [
    [[], 0, 'nothing'],
    [['missed'], 1, 'a limit'],
    [['INPUT_INVALID', 'USAGE'], 3, 'the worst first'],
    [['USAGE', 'INPUT_INVALID'], 3, 'the worst last'],
    [['INPUT_UNREADABLE', 'missed'], 3, 'what could not be read, then a limit'],
    [['missed', 'INPUT_UNREADABLE'], 3, 'the other way round'],
    [['INTERRUPTED', 'INPUT_INVALID'], 130, 'the user broke it off'],
  ],
  exitCodeAfter,
);
