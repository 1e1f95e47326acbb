import { createHash } from 'node:crypto';
import type { Configuration } from '../../batch/manifest.js';
import { readFile, resourcePaths } from '../resources.js';
import { version } from '../version.js';
import type { WorkerFlags } from './task.js';

/** Describes everything besides the documents that decides what the lines of a batch are. */
export function describeConfiguration(flags: WorkerFlags): Configuration {
  const { lexicon, userLexicons, model } = resourcePaths(flags);
  return {
    kunye: version(),
    resources: {
      lexicon: checksum(lexicon),
      userLexicons: userLexicons.map(checksum),
      model: model === undefined ? null : checksum(model),
    },
    options: {
      types: flags.types ? [...new Set(flags.types)].sort() : null,
      minScore: flags.minScore ?? null,
      offsets: flags.offsets,
      from: flags.from,
      encoding: flags.encoding ?? null,
      textField: flags.textField,
      idField: flags.idField,
    },
  };
}

function checksum(path: string): string {
  return createHash('sha256').update(readFile(path)).digest('hex');
}
