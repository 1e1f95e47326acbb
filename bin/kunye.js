#!/usr/bin/env node
import { statSync } from 'node:fs';

const modules = new URL('../dist/cli/main.js', import.meta.url);
const bundle = new URL('../dist/bundle/main.js', import.meta.url);

// The bundle loads faster; after a compilation without a whole build it is older than its modules.
const time = (url) => statSync(url, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const { main } = await import(time(bundle) >= time(modules) ? bundle.href : modules.href);

process.exitCode = await main(process);
