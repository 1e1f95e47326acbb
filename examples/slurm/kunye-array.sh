#!/bin/bash
# Recognizes a corpus on a Slurm cluster, each task of the job array one shard of it:
#
#   sbatch --array=1-8 kunye-array.sh haberler/ sonuc/ 8
#
# The last number is the number of shards and must equal the end of the array. The folders must be seen by all nodes.
# When tasks were killed, timed out or failed, the very same command does what is left; finished shards take seconds.
# `kunye batch --status sonuc/` says how far all shards are.
#SBATCH --job-name=kunye
#SBATCH --cpus-per-task=2
#SBATCH --mem-per-cpu=1500M
#SBATCH --output=kunye-%A_%a.log
#SBATCH --signal=B:TERM@60
set -euo pipefail

input=$1
output=$2
shards=$3

# exec, so that the signals of the scheduler reach kunye: it then finishes what is in flight.
exec "${KUNYE:-kunye}" batch "$input" -o "$output" --shard "$SLURM_ARRAY_TASK_ID/$shards" --workers "${SLURM_CPUS_PER_TASK:-1}" --quiet
