import { EventEmitter } from 'node:events';
import { fstatSync, readSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { unreadable } from '../load/files.js';
import type { Input, Io, Sink } from './io.js';

/** About as many articles of news as are recognized together. */
const CHUNK = 128 * 1024;

/**
 * bin/kunye.js starts without optimized code, which for a short text would be ready when it is no longer needed. Less of it than V8 would is
 * compiled into its callers: that is as fast and takes a fifteenth less processor time, the compiler's.
 */
const OPTIMIZE = ['--opt', '--max-inlined-bytecode-size-cumulative=400'];

/** With a busy thread a core, helpers that collect its garbage only take turns with it: a twentieth of the time goes into that. */
const COLLECT_ALONE = '--no-parallel-scavenge';

/**
 * What the command line needs of the process it runs in. Files and pipes are read and written at once, without streams: making those and
 * waiting for them would be a good part of a short run, and Node.js writes to files and pipes synchronously anyway.
 */
export function standardIo(process: NodeJS.Process): Io {
  let optimizing = false;
  return {
    argv: process.argv,
    env: process.env,
    stdin: isPlain(0) ? readPlain(() => process.stdin) : process.stdin,
    stdout: isPlain(1) ? new PlainSink(1, () => process.stdout) : process.stdout,
    stderr: isPlain(2) ? new PlainSink(2, () => process.stderr) : process.stderr,
    on: (signal, listener) => process.on(signal, listener),
    off: (signal, listener) => process.off(signal, listener),
    expectWork: () => {
      if (!optimizing) for (const flag of OPTIMIZE) setFlagsFromString(flag);
      optimizing = true;
    },
    expectThreads: (count) => {
      if (count >= availableParallelism()) setFlagsFromString(COLLECT_ALONE);
    },
  };
}

/**
 * Is a standard stream a file, a pipe or a socket, rather than a terminal? On Windows pipes are written asynchronously. A folder counts too: as a
 * stream it would be an empty one, reading it says what it is.
 */
function isPlain(descriptor: number): boolean {
  if (process.platform === 'win32') return false;
  const stat = fstatSync(descriptor);
  return stat.isFile() || stat.isFIFO() || stat.isSocket() || stat.isDirectory();
}

/** @throws KunyeError INPUT_UNREADABLE */
async function* readPlain(stream: () => Input): Input {
  for (;;) {
    const chunk = Buffer.allocUnsafeSlow(CHUNK);
    let length: number;
    try {
      length = readSync(0, chunk);
    } catch (error) {
      if (!wouldBlock(error)) throw unreadable('<stdin>', error as NodeJS.ErrnoException);
      yield* stream();
      return;
    }
    if (length === 0) return;
    yield chunk.subarray(0, length);
  }
}

/** Writes to a descriptor, and from the first time it would have to wait on through the stream of it. */
class PlainSink extends EventEmitter implements Sink {
  private opened: Writable | undefined;

  constructor(
    private readonly descriptor: number,
    private readonly stream: () => Writable,
  ) {
    super();
  }

  write(text: string | Uint8Array, done?: () => void): boolean {
    if (this.opened) return this.opened.write(text, done);
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.descriptor, bytes, written);
    } catch (error) {
      if (wouldBlock(error)) return this.open().write(bytes.subarray(written), done);
      this.emit('error', error);
    }
    done?.();
    return true;
  }

  private open(): Writable {
    const stream = this.stream();
    for (const event of ['error', 'drain', 'close']) stream.on(event, (...given) => this.emit(event, ...given));
    this.opened = stream;
    return stream;
  }
}

function wouldBlock(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EAGAIN';
}
