import type { Readable, Writable } from 'node:stream';

/** What the command line needs of a process; injectable, so that tests need no subprocess. */
export interface Io {
  argv: string[];
  env: Record<string, string | undefined>;
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean };
  /** Listens for signals; absent where there are none. */
  on?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/** Thrown inside when the reader of our output has gone away; ends the run quietly. */
export class OutputClosed extends Error {}

/** Writes to a stream and waits while it is full. */
export class Output {
  private closed = false;

  constructor(private readonly stream: Writable) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      this.closed = true;
    });
  }

  /** @throws OutputClosed when nobody reads any more (`kunye ... | head -1`) */
  async write(text: string): Promise<void> {
    if (this.closed) throw new OutputClosed();
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
    if (this.closed) throw new OutputClosed();
  }
}

/** Gives a stream's chunks as bytes. */
export async function* bytesOf(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
}

/** Reads a stream to its end. */
export async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf(stream)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
