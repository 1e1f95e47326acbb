#!/bin/sh
# Installs Debian's Slurm and GNU parallel, for slurm.test.mjs. Their services are not started: the test starts its own, on its own ports.
set -e
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# The package's services would start with the machine's own configuration; exit 101 forbids it (Debian policy-rc.d).
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  printf '#!/bin/sh\nexit 101\n' >$policy
  chmod +x $policy
  trap 'rm -f $policy' EXIT
fi
apt-get install -y -qq --no-install-recommends slurm-wlm munge parallel
