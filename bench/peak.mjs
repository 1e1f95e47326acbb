// Loaded before künye: writes the process's peak memory in MB at its end.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.KUNYE_BENCH_PEAK, String(process.resourceUsage().maxRSS / 1024)));
