import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderOf } from './cli.js';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Makes a folder in which programs find kunye, and packages named, as if installed there. */
export function projectOf(files, packages = []) {
  const folder = folderOf({ 'package.json': '{"type":"module"}', ...files });
  mkdirSync(folder.at('node_modules'));
  symlinkSync(ROOT, folder.at('node_modules/kunye'), 'dir');
  for (const name of packages) {
    mkdirSync(dirname(folder.at(`node_modules/${name}`)), { recursive: true });
    symlinkSync(`${ROOT}node_modules/${name}`, folder.at(`node_modules/${name}`), 'dir');
  }
  return folder;
}

/** Runs a program of a folder with this Node.js; gives what it printed, or the end of why it failed. */
export function runNode(folder, args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-1000)}`);
  return stdout;
}
