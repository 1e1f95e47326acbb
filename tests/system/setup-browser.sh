#!/bin/sh
# Installs Debian's Chromium, with a font that knows Turkish letters, for browser.test.mjs.
set -e
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq chromium fonts-noto-core
