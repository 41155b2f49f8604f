#!/bin/bash
# dev.sh SOURCE_ROOT - ./dev explains itself, also from elsewhere and by a link, and refuses what it does not know
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

dev=$1/dev
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for script in "$dev" "$1/.ci/run" "$1/tests/debian-13" "$1/tests/take-picture" "$1/tests/screenshots"; do
  bash -n "$script"
done

ln -s "$dev" "a link"
"./a link" >help
"$dev" --help | cmp - help
for command in run test build bench sanitize debian-13 install pot screenshots; do
  grep -q "^  $command " help || { echo "./dev does not explain $command" >&2; exit 1; }
done

status=0
"$dev" no-such-command >out 2>err || status=$?
[ "$status" = 2 ] && [ ! -s out ] && grep -q '^Usage' err

[ "$(ls)" = "$(printf '%s\n' 'a link' err help out)" ] || { echo "./dev left something behind:" >&2; ls >&2; exit 1; }
