import {
  closeSync,
  existsSync,
  fsync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type PartFailure, relocated } from '../../batch/job.js';
import { type Manifest, parseManifest, renderManifest, type ShardStatus } from '../../batch/manifest.js';
import { errorsFileName, manifestFileName, parsePartFileName } from '../../batch/names.js';
import { type Shard, shardName } from '../../batch/shard.js';
import { KunyeError } from '../../errors.js';
import { unwritable } from '../output-file.js';
import { holderOf } from './lock.js';

/** Folder inside the output for what is not a result: locks, unfinished files, failures of finished parts. */
const STATE = '.kunye';

/** What is said of a folder of results otherwise than of a file. */
const REASONS = {
  ENOSPC: 'no space left on the disk; what is done stays: free some space and run the same command again',
  EDQUOT: 'the disk quota is used up; what is done stays: free some space and run the same command again',
  ENOTDIR: 'is a file, not a folder',
  EEXIST: 'is a file, not a folder',
};

/** Turns an error of writing results into ours. */
export function unwritableResults(path: string, error: NodeJS.ErrnoException): KunyeError {
  return unwritable(path, error, REASONS);
}

/** Waits for the disk, not for the thread: meanwhile a worker goes on with its next part. */
const flush = promisify(fsync);

/** Flushes a folder's entries to the disk, so that a renamed file is still there after a power failure. */
async function flushFolder(path: string): Promise<void> {
  const folder = openSync(path, 'r');
  try {
    await flush(folder);
  } catch (error) {
    // Some network file systems cannot flush a folder; they keep its entries themselves.
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    closeSync(folder);
  }
}

/**
 * Writes a file so that it is either there whole or not there at all, whatever happens: a temporary file, flushed, renamed, its folder flushed.
 * @throws the file system's error; the temporary file is then gone
 */
async function writeAtomically(path: string, temporary: string, content: string | Uint8Array): Promise<void> {
  try {
    const file = openSync(temporary, 'w');
    try {
      writeFileSync(file, content);
      await flush(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    await flushFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** The folder a batch writes to, seen by the run of one share. */
export class OutputFolder {
  /** Looks at a folder that {@link open} has opened. */
  constructor(
    readonly path: string,
    private readonly shard: Shard,
  ) {}

  /**
   * Opens or makes the folder for a share.
   * @throws KunyeError OUTPUT_FAILED when it cannot be written, holds files of others or was begun with another number of shares
   */
  static open(path: string, shard: Shard): OutputFolder {
    try {
      mkdirSync(join(path, STATE), { recursive: true });
      const stranger = readdirSync(path).find((name) => name.endsWith('.jsonl') && !parsePartFileName(name));
      if (stranger !== undefined) {
        const message = 'is not of a batch, and a folder of results holds nothing else; choose an empty folder with -o';
        throw new KunyeError('OUTPUT_FAILED', message, { file: join(path, stranger) });
      }
      bindToCount(path, shard);
    } catch (error) {
      throw error instanceof KunyeError ? error : unwritableResults(path, error as NodeJS.ErrnoException);
    }
    return new OutputFolder(path, shard);
  }

  /** Path of a file among what is not a result. */
  state(name: string): string {
    return join(this.path, STATE, name);
  }

  get lockPath(): string {
    return lockPath(this.path, this.shard);
  }

  /** Removes what a killed run left unfinished; only the holder of the lock may. */
  clean(): void {
    for (const name of readdirSync(join(this.path, STATE)))
      if (name.startsWith(this.temporaryPrefix)) rmSync(this.state(name), { force: true });
  }

  private get temporaryPrefix(): string {
    return `tmp-${shardName(this.shard)}-`;
  }

  /** Where a file is written before it gets its name. */
  temporaryFor(path: string): string {
    return this.state(`${this.temporaryPrefix}${basename(path)}.tmp`);
  }

  /** File names of the share's parts that are there. */
  listParts(): string[] {
    return readdirSync(this.path).filter((name) => {
      const part = parsePartFileName(name);
      return part?.shard.index === this.shard.index && part.shard.of === this.shard.of;
    });
  }

  /** Removes parts that no longer belong to the input. */
  removeParts(names: Iterable<string>): void {
    for (const name of names) {
      rmSync(join(this.path, name), { force: true });
      rmSync(this.failuresPath(name), { force: true });
    }
  }

  /** Where the failures of a part's documents are kept while the part stands. */
  private failuresPath(part: string): string {
    return this.state(`${part}.failed`);
  }

  /**
   * Gives the failures of a part that an earlier run finished; undefined when it did not, or when a failure is worth another try.
   * @param sources where the part's documents are found now, by their ids
   */
  finishedPart(part: string, sources: ReadonlyMap<string, string>): PartFailure[] | undefined {
    if (!existsSync(join(this.path, part))) return undefined;
    const path = this.failuresPath(part);
    const failures = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as PartFailure[]) : [];
    if (failures.some(({ retry }) => retry)) return undefined;
    return failures.map((failure) => relocated(failure, sources.get(failure.id) ?? failure.source));
  }

  /** Writes a part's lines, and what is to be known of those of its documents that failed. @throws the file system's error */
  async writePart(part: string, lines: Uint8Array, failures: readonly PartFailure[]): Promise<void> {
    const path = join(this.path, part);
    const temporary = this.temporaryFor(path);
    if (failures.length > 0)
      await writeAtomically(this.failuresPath(part), `${temporary}.failed`, JSON.stringify(failures));
    await writeAtomically(path, temporary, lines);
    // Last, so that a part is never taken for whole while it lacks what failed before.
    if (failures.length === 0) rmSync(this.failuresPath(part), { force: true });
  }

  async writeManifest(manifest: Manifest): Promise<void> {
    const path = join(this.path, manifestFileName(this.shard));
    await writeAtomically(path, this.temporaryFor(path), renderManifest(manifest));
  }

  get errorsPath(): string {
    return join(this.path, errorsFileName(this.shard));
  }
}

function lockPath(folder: string, shard: Shard): string {
  return join(folder, STATE, `${shardName(shard)}.lock`);
}

const COUNT_FILE = 'shards';

/** A folder holds one corpus cut into one number of shares; the first run decides, in one atomic step. */
function bindToCount(folder: string, { of }: Shard): void {
  const path = join(folder, STATE, COUNT_FILE);
  try {
    writeFileSync(path, String(of), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Empty when its writer was killed between two steps.
    if (readFileSync(path, 'utf8') === '') writeFileSync(path, String(of));
  }
  const bound = readFileSync(path, 'utf8').trim();
  if (bound !== String(of)) {
    const message = `holds a corpus in ${bound === '1' ? 'one piece' : `${bound} shards`}; run with ${bound === '1' ? 'no --shard' : `--shard I/${bound}`}, or choose another folder with -o`;
    throw new KunyeError('OUTPUT_FAILED', message, { file: folder });
  }
}

/**
 * Reads what a folder of results says of all its shares.
 * @throws KunyeError INPUT_INVALID when the folder is none
 */
export function readStatus(folder: string): ShardStatus[] {
  let of: number;
  try {
    of = Number(readFileSync(join(folder, STATE, COUNT_FILE), 'utf8'));
  } catch {
    throw new KunyeError('INPUT_INVALID', 'no folder of results; right would be one that kunye batch -o wrote to', {
      file: folder,
    });
  }
  return Array.from({ length: of }, (_, i) => {
    const shard = { index: i + 1, of };
    const holder = holderOf(lockPath(folder, shard));
    let manifest: Manifest | undefined;
    try {
      manifest = parseManifest(readFileSync(join(folder, manifestFileName(shard)), 'utf8'));
    } catch {
      manifest = undefined;
    }
    return { shard, ...(manifest && { manifest }), ...(holder !== undefined && { holder }) };
  });
}
