import type { Io } from '../io.js';

/** How far a run is. */
export interface Standing {
  documents: number;
  failed: number;
  /** Bytes of the input read, and all there are. */
  bytes: number;
  totalBytes: number;
}

/** Shows how far a run is. */
export interface Progress {
  show(standing: Standing): void;
  stop(): void;
}

const LINE_MS = 10_000;
const BAR_MS = 200;

/** Makes the progress display for stderr: a bar on a terminal, else a line now and then, nothing when quiet. */
export async function makeProgress({ stderr }: Io, quiet: boolean): Promise<Progress> {
  if (quiet) return { show: () => {}, stop: () => {} };
  const started = performance.now();
  const describe = ({ documents, failed, bytes, totalBytes }: Standing) => {
    const seconds = (performance.now() - started) / 1000;
    const left = (seconds * Math.max(0, totalBytes - bytes)) / Math.max(bytes, 1);
    const rate = Math.round(documents / Math.max(seconds, 0.001));
    return `${documents} documents, ${rate} a second, ${formatSeconds(left)} left, ${failed} failed`;
  };
  let last = performance.now();
  const isDue = (interval: number) => {
    if (performance.now() - last < interval) return false;
    last = performance.now();
    return true;
  };
  if (!stderr.isTTY) {
    return {
      show: (standing) => {
        if (isDue(LINE_MS)) stderr.write(`kunye: ${describe(standing)}\n`);
      },
      stop: () => {},
    };
  }
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    { stream: stderr as NodeJS.WriteStream, format: '{bar} {percentage} % | {text}', clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(1, 0, { text: '' });
  return {
    show: (standing) => {
      if (!isDue(BAR_MS)) return;
      bar.setTotal(Math.max(standing.totalBytes, 1));
      bar.update(standing.bytes, { text: describe(standing) });
    },
    stop: () => bar.stop(),
  };
}

function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
