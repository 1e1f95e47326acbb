import { readFileSync } from 'node:fs';

/** Reads künye's version from its manifest; only when asked for, since it costs a file on the start path. */
export function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
