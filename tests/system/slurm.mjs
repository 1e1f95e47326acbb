// A Slurm cluster of one machine for a test: munged, slurmctld and slurmd with a configuration, ports and folders of their own.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const NEEDED = ['/usr/sbin/munged', '/usr/sbin/slurmctld', '/usr/sbin/slurmd', '/usr/bin/sbatch', '/usr/bin/parallel'];
const SETUP = fileURLToPath(new URL('setup-slurm.sh', import.meta.url));

/** Installs Slurm and GNU parallel where that is possible; gives the reason when they are not there. */
export function slurmMissing() {
  const missing = () => NEEDED.find((path) => !existsSync(path));
  if (missing() === undefined && process.getuid?.() === 0) return undefined;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return `no Slurm that can be started; right would be Debian and root, to run ${SETUP}`;
  try {
    execFileSync('sh', [SETUP], { stdio: 'ignore', timeout: 600_000 });
  } catch (error) {
    return `${SETUP} failed (${error.message})`;
  }
  return missing() && `${SETUP} brought no ${missing()}`;
}

function configuration(folder) {
  const host = hostname().split('.')[0];
  return `ClusterName=kunye
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=26817
SlurmdPort=26818
AuthType=auth/munge
AuthInfo=socket=${folder}/munge.socket
CredType=cred/munge
SlurmUser=root
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
MpiDefault=none
ReturnToService=2
NodeName=${host} NodeAddr=127.0.0.1 CPUs=4 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;
}

/** Starts the cluster and waits until its node is idle. */
export async function startSlurm() {
  const folder = mkdtempSync(join(tmpdir(), 'kunye-slurm-'));
  chmodSync(folder, 0o755);
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'slurm.conf'), configuration(folder));
  writeFileSync(join(folder, 'munge.key'), randomBytes(1024), { mode: 0o400 });
  const env = { ...process.env, SLURM_CONF: join(folder, 'slurm.conf') };
  const children = [];
  const start = (command, ...args) => {
    children.push(spawn(command, args, { env, stdio: 'ignore' }));
  };
  const run = (command, ...args) => execFileSync(command, args, { env, encoding: 'utf8', stdio: 'pipe', cwd: folder });
  const stop = async () => {
    for (const child of children.reverse()) {
      if (child.exitCode !== null) continue;
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([gone, sleep(5000)]);
      child.kill('SIGKILL');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const until = async (what, isSo) => {
    for (const end = Date.now() + 120_000; Date.now() < end; await sleep(200)) if (isSo()) return;
    const logs = ['slurmctld.log', 'slurmd.log', 'munged.log'].map((name) => join(folder, name)).filter(existsSync);
    const tails = logs.map((log) => `${log}:\n${readFileSync(log, 'utf8').split('\n').slice(-15).join('\n')}`);
    throw new Error(`${what} never came\n${tails.join('\n')}`);
  };
  try {
    const files = ['socket', 'pid', 'log'].map((kind) => `${folder}/munge${kind === 'socket' ? '' : 'd'}.${kind}`);
    const [socket, pid, log] = files;
    start(
      '/usr/sbin/munged',
      '--foreground',
      '--force',
      `--socket=${socket}`,
      `--pid-file=${pid}`,
      `--log-file=${log}`,
      `--key-file=${folder}/munge.key`,
      `--seed-file=${folder}/munge.seed`,
    );
    await until('munged', () => existsSync(socket));
    start('/usr/sbin/slurmctld', '-D');
    start('/usr/sbin/slurmd', '-D');
    await until('an idle node', () => {
      try {
        return run('/usr/bin/sinfo', '-h', '-o', '%T').trim() === 'idle';
      } catch {
        return false;
      }
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    env,
    /** Submits a job and gives its number. */
    submit: (...args) => run('/usr/bin/sbatch', '--parsable', ...args).trim(),
    /** Waits until no job is left. */
    idle: () => until('the end of the jobs', () => run('/usr/bin/squeue', '-h').trim() === ''),
    stop,
  };
}
