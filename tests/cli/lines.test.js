import { truncateSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { joinChunks, MOST_DOCUMENT_BYTES, readDocument, splitLines } from '../../dist/cli/lines.js';
import { folderOf } from '../helpers/cli.js';

async function* chunksOf(texts) {
  for (const text of texts) yield Buffer.from(text);
}

/** Lines of at most four bytes, by their numbers. */
async function linesOf(texts) {
  const lines = [];
  for await (const some of splitLines(chunksOf(texts), 4))
    for (const { number, bytes } of some)
      lines.push(`${number} ${bytes === undefined ? 'too long' : Buffer.from(bytes).toString()}`);
  return lines;
}

describe('lines of a stream', () => {
  test.each([
    [['abcd\nx\n'], ['1 abcd', '2 x'], 'exactly the limit'],
    [['abcde\nx\n'], ['1 too long', '2 x'], 'a byte more'],
    [['ab', 'cd\nx\n'], ['1 abcd', '2 x'], 'the limit over two chunks'],
    [['ab', 'cde\nx\n'], ['1 too long', '2 x'], 'a byte more over two chunks'],
    [['abcd', '\nx\n'], ['1 abcd', '2 x'], 'the line end in a chunk of its own'],
    [['abcde', '\nx\n'], ['1 too long', '2 x'], 'the same a byte longer'],
    [['ab', 'cdef', 'gh\nx'], ['1 too long', '2 x'], 'what went before is dropped'],
    [['x\nabcd'], ['1 x', '2 abcd'], 'the limit without a line end'],
    [['x\nabcd', 'e'], ['1 x', '2 too long'], 'a byte more without a line end'],
    [['ğ', 'ğ\n'], ['1 ğğ'], 'bytes count, not letters'],
    [['\n\na'], ['1 ', '2 ', '3 a'], 'empty lines have their numbers'],
    [[], [], 'nothing'],
  ])('%j', async (texts, expected) => {
    expect(await linesOf(texts)).toEqual(expected);
  });
});

describe('a document', () => {
  const folder = folderOf({ 'a.txt': '', 'b.txt': '' });
  afterAll(() => folder.remove());
  const tooLarge = /larger than 64 MB; right would be a smaller text/u;

  test('from a stream may have exactly the most bytes', async () => {
    const megabyte = 'x'.repeat(2 ** 20);
    const whole = await joinChunks(chunksOf(Array(64).fill(megabyte)), 'a.txt');
    expect(whole.length).toBe(MOST_DOCUMENT_BYTES);
    await expect(joinChunks(chunksOf([...Array(64).fill(megabyte), 'x']), 'a.txt')).rejects.toThrow(tooLarge);
  });

  test('from a file too', async () => {
    truncateSync(folder.at('a.txt'), MOST_DOCUMENT_BYTES);
    truncateSync(folder.at('b.txt'), MOST_DOCUMENT_BYTES + 1);
    expect((await readDocument(folder.at('a.txt'))).length).toBe(MOST_DOCUMENT_BYTES);
    await expect(readDocument(folder.at('b.txt'))).rejects.toThrow(tooLarge);
  });
});
