#!/usr/bin/env node
const { readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');

const MODULES = join(__dirname, '../dist/cli/main.js');
const FOLDER = join(__dirname, '../dist/bundle');
const BUNDLE = join(FOLDER, 'main.cjs');
// For one version of Node.js on one kind of machine; others compile for themselves.
const COMPILED = `${BUNDLE}.${process.version}-${process.arch}`;

load()
  .then(({ main, standardIo }) => main(standardIo(process)))
  .then((code) => {
    process.exitCode = code;
  });

/** Loads the bundle; after a compilation without a whole build it is older than its modules, which are loaded instead. */
async function load() {
  const time = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return time(BUNDLE) >= time(MODULES) ? runBundle() : import(pathToFileURL(MODULES).href);
}

/** Runs the bundle as a script: unlike a module it can come with its code compiled already. */
function runBundle() {
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
