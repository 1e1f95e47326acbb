import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { KunyeError } from '../../errors.js';

/** What a lock file says of its holder. `beat` grows while the holder lives. */
interface Holder {
  token: string;
  host: string;
  pid: number;
  beat: number;
}

const BEAT_MS = 1_000;
/** A holder that has not beaten for so long is dead; no clock of another machine is asked. */
const SILENCE_MS = 15_000;

/**
 * Machine and process-number space this process lives in: only there can its number tell whether it is alive. Containers of one host name have
 * spaces of their own.
 */
function home(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function describe({ host, pid }: Holder): string {
  return `${host.split(' ')[0]}, process ${pid}`;
}

/** Says who holds a lock, as far as can be told at once; undefined when nobody does or the holder is known to be dead. */
export function holderOf(path: string): string | undefined {
  const holder = read(path);
  if (!holder || (holder.host === home() && !isAlive(holder.pid))) return undefined;
  return describe(holder);
}

/** A lock file with a heartbeat, held by one run at a time; it outlives its holder only until the next run looks. */
export class Lock {
  private timer: NodeJS.Timeout | undefined;
  private holder: Holder = { token: randomUUID(), host: home(), pid: process.pid, beat: 0 };

  private constructor(private readonly path: string) {}

  /**
   * Takes the lock. One whose holder is dead is taken over: at once when its process is gone from this machine, else after watching it in vain.
   * @param onLost called when another run has taken the lock over, after this process was stopped for long
   * @throws KunyeError OUTPUT_FAILED when another run holds it, or the file system's error
   */
  static async take(path: string, onLost: () => void): Promise<Lock> {
    const lock = new Lock(path);
    while (!lock.create()) {
      const other = read(path) ?? (await readLater(path));
      if (other && !(other.host === lock.holder.host && !isAlive(other.pid)) && (await isBeating(path, other))) {
        throw new KunyeError(
          'OUTPUT_FAILED',
          `another run does the same part now (${describe(other)}); wait for it, or stop it first`,
        );
      }
      lock.remove(other?.token);
    }
    lock.timer = setInterval(() => lock.beat(onLost), BEAT_MS).unref();
    return lock;
  }

  release(): void {
    clearInterval(this.timer);
    if (read(this.path)?.token === this.holder.token) rmSync(this.path, { force: true });
  }

  private create(): boolean {
    try {
      writeFileSync(this.path, JSON.stringify(this.holder), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      // Made, but not filled for want of room.
      if (read(this.path) === undefined) rmSync(this.path, { force: true });
      throw error;
    }
  }

  /** Removes a dead holder's lock; when another run was quicker and the lock is a new one, it is put back. */
  private remove(token: string | undefined): void {
    const aside = `${this.path}.${this.holder.token}`;
    try {
      renameSync(this.path, aside);
    } catch (error) {
      // Another run was quicker.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    if (read(aside)?.token !== token) renameSync(aside, this.path);
    else rmSync(aside, { force: true });
  }

  /** On a full disk the lock file as it is shows that its holder lives. */
  private beatWithoutRoom(fresh: string): void {
    try {
      rmSync(fresh, { force: true });
      const now = new Date();
      utimesSync(this.path, now, now);
    } catch {
      // It must not end the run: the next beat tries again.
    }
  }

  private beat(onLost: () => void): void {
    if (read(this.path)?.token !== this.holder.token) {
      clearInterval(this.timer);
      onLost();
      return;
    }
    this.holder = { ...this.holder, beat: this.holder.beat + 1 };
    const fresh = `${this.path}.${this.holder.token}`;
    try {
      writeFileSync(fresh, JSON.stringify(this.holder));
      renameSync(fresh, this.path);
    } catch {
      this.beatWithoutRoom(fresh);
    }
  }
}

/** When a lock file was touched last, by its own file system's clock: compared with itself alone. */
function touchedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Reads a lock that is empty: it may just be written, or its writer was killed. */
async function readLater(path: string): Promise<Holder | undefined> {
  await sleep(BEAT_MS / 4);
  return read(path);
}

/** Watches a lock: does its heartbeat go on, or does it change hands? */
async function isBeating(path: string, { token, beat }: Holder): Promise<boolean> {
  const touched = touchedAt(path);
  for (let waited = 0; waited < SILENCE_MS; waited += BEAT_MS / 4) {
    await sleep(BEAT_MS / 4);
    const now = read(path);
    if (!now) return false;
    if (now.token !== token || now.beat !== beat || touchedAt(path) !== touched) return true;
  }
  return false;
}
