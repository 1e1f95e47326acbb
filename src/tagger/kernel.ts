import { KunyeError } from '../errors.js';
import { KERNEL_CODE } from './kernel-code.js';

/** The reckoning half of the tagger, in WebAssembly (src/tagger/kernel): functions, and the addresses of the tables in its memory. */
export interface Kernel {
  memory: { buffer: ArrayBuffer };
  init(words: number, mostWords: number): void;
  initEndings(count: number): number;
  initModel(slots: number, filterWords: number): void;
  initField(unit: number, powers: number): void;
  initPasses(hopeless: number, unlikely: number): void;
  reserve(length: number): void;
  findRuns(length: number): void;
  listOpen(length: number): number;
  beginWords(): void;
  findRows(length: number, openCount: number): number;
  readMiddles(): void;
  readWords(length: number, openCount: number): void;
  beginLonely(last: number, stopped: boolean): void;
  tag(length: number, openCount: number): number;
  probability(from: number, to: number, type: number): number;
  learnFirstPass(openCount: number, length: number): void;
  clearFeatures(): void;
  putWordFeatures(token: number, length: number): void;
  putJointFeatures(token: number, length: number): void;
  putTagFeatures(token: number, length: number): void;
  readonly featureCount: Address;
  /** Tokens there is room for. */
  readonly room: Address;
  /** Grows whenever a table got a new place. */
  readonly layout: Address;
  readonly [table: string]: unknown;
}

export interface Address {
  readonly value: number;
}

/** Compiled once a thread; threads of one process share the machine code. */
let compiled: WebAssembly.Module | undefined;

function compile(): WebAssembly.Module {
  try {
    compiled ??= new WebAssembly.Module(KERNEL_CODE);
    return compiled;
  } catch (error) {
    throw new KunyeError(
      'MODEL_INVALID',
      `the tagger needs WebAssembly with SIMD, which this host does not allow (${(error as Error).message}); right would be to allow it, or no model`,
    );
  }
}

/** Makes a kernel with a memory of its own. @throws KunyeError MODEL_INVALID where WebAssembly is not to be had */
export function startKernel(): Kernel {
  const { exports } = new WebAssembly.Instance(compile(), {
    field: { exp: Math.exp },
    env: {
      abort: () => {
        throw new KunyeError(
          'INPUT_INVALID',
          'the text is too long for the tagger; right would be documents of less than 100 MB, or no model',
        );
      },
    },
  });
  return exports as Kernel;
}

/** The table that starts at an exported address. */
export const intsOf = (kernel: Kernel, table: string, length: number): Int32Array<ArrayBuffer> =>
  new Int32Array(kernel.memory.buffer, addressOf(kernel, table), length);

export const bytesOf = (kernel: Kernel, table: string, length: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(kernel.memory.buffer, addressOf(kernel, table), length);

export function addressOf(kernel: Kernel, table: string): number {
  // WebAssembly gives 32-bit numbers with a sign.
  return (kernel[table] as Address).value >>> 0;
}
