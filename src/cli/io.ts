import { KunyeError } from '../errors.js';

/** What can be read: a stream, or what gives its chunks. */
export type Input = AsyncIterable<Uint8Array | string> & { isTTY?: boolean };

/** What text, or its bytes in UTF-8, can be written to: a stream, or what behaves as one. */
export interface Sink {
  /** @returns false when it is full: `drain` comes when it is not */
  write(text: string | Uint8Array, done?: () => void): boolean;
  on(event: 'error' | 'drain' | 'close', listener: (error: NodeJS.ErrnoException) => void): unknown;
  off(event: 'error' | 'drain' | 'close', listener: (error: NodeJS.ErrnoException) => void): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** What the command line needs of a process; injectable, so that tests need no subprocess. */
export interface Io {
  argv: string[];
  env: Record<string, string | undefined>;
  stdin: Input;
  stdout: Sink;
  stderr: Sink;
  /** Listens for signals; absent where there are none. */
  on?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  /** Told, once or more, when there is more to do than a short text; absent where nothing depends on it. */
  expectWork?(): void;
  /** Told how many threads will be busy; absent where nothing depends on it. */
  expectThreads?(count: number): void;
}

/** Thrown inside when the reader of our output has gone away; ends the run quietly. */
export class OutputClosed extends Error {}

const NOTHING = Buffer.alloc(0);
/** Bytes that are gathered before they are written. */
const GATHERED = 64 * 1024;

/** Writes to a stream and waits while it is full. */
export class Output {
  private failure: NodeJS.ErrnoException | undefined;
  private gathered = NOTHING;
  private length = 0;

  constructor(private readonly stream: Sink) {
    stream.on('error', (error) => {
      this.failure ??= error;
    });
  }

  /**
   * Takes what is to be written with what comes after it: when there is enough of it, and at the latest with the next {@link flush}.
   * @param text text, or its bytes in UTF-8, which are copied
   * @returns a promise when it has to be waited for; it throws as {@link write} does
   */
  gather(text: string | Uint8Array): Promise<void> | undefined {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    if (this.length + bytes.length > GATHERED) return this.writeGathered(bytes);
    this.keep(bytes);
    return undefined;
  }

  private async writeGathered(more: Uint8Array): Promise<void> {
    // The bytes may be overwritten while this waits.
    const bytes = Buffer.from(more);
    await this.flush();
    if (bytes.length > GATHERED) await this.send(bytes);
    else this.keep(bytes);
  }

  private keep(bytes: Uint8Array): void {
    if (this.length === 0) this.gathered = Buffer.allocUnsafeSlow(GATHERED);
    this.gathered.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Writes what was gathered. @throws as {@link write} does */
  async flush(): Promise<void> {
    if (this.length === 0) return;
    const bytes = this.gathered.subarray(0, this.length);
    this.gathered = NOTHING;
    this.length = 0;
    await this.send(bytes);
  }

  /**
   * @throws OutputClosed when nobody reads any more (`kunye ... | head -1`)
   * @throws KunyeError OUTPUT_FAILED when it cannot be written, as on a full disk
   */
  async write(text: string): Promise<void> {
    await this.flush();
    await this.send(text);
  }

  private async send(text: string | Uint8Array): Promise<void> {
    this.check();
    if (this.stream.write(text)) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        this.stream.off('drain', go);
        this.stream.off('close', go);
        this.stream.off('error', go);
        resolve();
      };
      this.stream.on('drain', go);
      this.stream.on('close', go);
      this.stream.on('error', go);
    });
    this.check();
  }

  /** Waits until all is written. @throws as {@link write} does */
  async finish(): Promise<void> {
    await this.flush();
    await new Promise<void>((resolve) => this.stream.write('', () => resolve()));
    this.check();
  }

  private check(): void {
    if (!this.failure) return;
    if (this.failure.code === 'EPIPE') throw new OutputClosed();
    const reason = this.failure.code === 'ENOSPC' ? 'no space left on the disk' : this.failure.message;
    throw new KunyeError('OUTPUT_FAILED', `the output cannot be written: ${reason}`);
  }
}

/** Gives an input's chunks as bytes. */
export async function* bytesOf(input: Input): AsyncGenerator<Uint8Array> {
  for await (const chunk of input) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** Reads an input to its end. */
export async function readAll(input: Input): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf(input)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
