#!/usr/bin/env node
const { readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const v8 = require('node:v8');
const vm = require('node:vm');

const MODULES = join(__dirname, '../dist/cli/main.js');
const FOLDER = join(__dirname, '../dist/bundle');
const BUNDLE = join(FOLDER, 'main.cjs');
// For one version of Node.js on one kind of machine; others compile for themselves.
const COMPILED = `${BUNDLE}.${process.version}-${process.arch}`;

// After a compilation without a whole build the bundle is older than its modules, which are loaded instead.
const time = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (time(BUNDLE) >= time(MODULES)) run(loadBundle());
else import(pathToFileURL(MODULES).href).then(run);

async function run({ main, standardIo }) {
  process.exitCode = await main(standardIo(process));
}

/** Loads the bundle as a script: unlike a module it can come with its code compiled already. */
function loadBundle() {
  // A short text is done before optimized code for it would be; the command line turns this on again for more work.
  v8.setFlagsFromString('--no-opt');
  const script = new vm.Script(readFileSync(BUNDLE, 'latin1'), { filename: BUNDLE, cachedData: readCompiled() });
  const place = {
    folder: FOLDER,
    get url() {
      return pathToFileURL(BUNDLE).href;
    },
  };
  return script.runInThisContext()(require, (name) => import(name), place);
}

function readCompiled() {
  try {
    return readFileSync(COMPILED);
  } catch {
    return undefined;
  }
}
