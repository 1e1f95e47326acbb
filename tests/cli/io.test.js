import { expect, test } from '@jest/globals';
import { Output, OutputClosed } from '../../dist/cli/io.js';

/** A sink that keeps what it gets; `fail` is the error it meets from then on. */
function sinkOf() {
  const listeners = { error: [], drain: [], close: [] };
  return {
    pieces: [],
    fail: undefined,
    write(text, done) {
      if (this.fail) for (const listener of listeners.error) listener(this.fail);
      else if (text.length > 0) this.pieces.push(Buffer.from(text).toString('utf8'));
      done?.();
      return true;
    },
    on: (event, listener) => listeners[event].push(listener),
    off: () => {},
  };
}

test('small pieces are written together, large ones at once, in their order', async () => {
  const sink = sinkOf();
  const out = new Output(sink);
  const bytes = Buffer.from('şğ');
  out.gather(bytes);
  bytes.fill(0);
  out.gather('a');
  expect(sink.pieces).toEqual([]);
  await out.flush();
  expect(sink.pieces).toEqual(['şğa']);
  out.gather('b');
  const large = Buffer.alloc(100_000, 'c');
  const written = out.gather(large);
  large.fill('d');
  await written;
  await out.write('e');
  out.gather('f');
  await out.finish();
  expect(sink.pieces).toEqual(['şğa', 'b', 'c'.repeat(100_000), 'e', 'f']);
});

test('more than a piece holds is not kept', async () => {
  const sink = sinkOf();
  const out = new Output(sink);
  const line = `${'x'.repeat(999)}\n`;
  for (let i = 0; i < 1000; i++) await out.gather(line);
  await out.finish();
  expect(sink.pieces.join('')).toBe(line.repeat(1000));
  expect(Math.min(...sink.pieces.slice(0, -1).map((piece) => piece.length))).toBeGreaterThan(64_000);
});

test('what cannot be written is told at the latest at the end', async () => {
  const sink = sinkOf();
  const out = new Output(sink);
  out.gather('a');
  sink.fail = Object.assign(new Error('full'), { code: 'ENOSPC' });
  await expect(out.finish()).rejects.toThrow('no space left on the disk');
  const closed = new Output(sink);
  sink.fail.code = 'EPIPE';
  closed.gather('a');
  await expect(closed.finish()).rejects.toBeInstanceOf(OutputClosed);
});
