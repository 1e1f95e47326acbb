// Compiles src/tagger/kernel (AssemblyScript) to WebAssembly and writes it into a module of the library, so that nothing has to be read, fetched or
// decoded at run time.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = 'dist/tagger';

/** Pages of 64 KB for all tables but those of long documents: memory costs nothing until it is touched, and growing makes all views of it anew. */
const PAGES = 512;

mkdirSync(`${root}${folder}`, { recursive: true });
const { error, stderr } = await asc.main([
  'src/tagger/kernel/index.ts',
  `--outFile=${folder}/kernel.wasm`,
  '-O3',
  '--converge',
  '--noAssert',
  '--runtime=stub',
  '--enable=simd',
  `--initialMemory=${PAGES}`,
  `--baseDir=${root}`,
]);
if (error) throw new Error(`${error.message}\n${stderr}`);
const code = readFileSync(`${root}${folder}/kernel.wasm`);
rmSync(`${root}${folder}/kernel.wasm`);
writeFileSync(`${root}${folder}/kernel-code.js`, `export const KERNEL_CODE = new Uint8Array([${code.join()}]);\n`);
