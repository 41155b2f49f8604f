#!/bin/bash
# man.sh SOURCE_ROOT TOOL [PROGRAM] - the manual pages can be set without a warning, and name every command and option that there is, and no other
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

source_root=$1 tool=$2 program=${3:-}
status=0
complain() { printf '%s\n' "$*" >&2; status=1; }

# set_page NAME: the page as text, without bold and underlined letters
set_page() { groff -man -ww -K utf8 -T utf8 -P -cbou -rLL=200n "$source_root/data/man/$1.1"; }

# options: those on the standard input that begin a line, as "-j" and "--json"
options() { grep -oE '^ +(-[a-z], )?--?[a-z][a-z-]*' | grep -oE -- '--?[a-z][a-z-]*' | sort -u || true; }

for page in fysbog fysbog-tool; do
  said=$(set_page "$page" 2>&1 >/dev/null)
  [ -z "$said" ] || complain "$page.1: $said"
done

manual=$(set_page fysbog-tool)
commands=$("$tool" --help | sed -n 's/^  \([a-z]*\) .*/\1/p')
[ -n "$commands" ] || complain "fysbog-tool --help names no commands"
for command in $commands; do
  grep -qE "^ *fysbog-tool $command " <<<"$manual" || complain "fysbog-tool.1: the synopsis lacks the command $command"
  part=$(sed -n "/^ *$command\$/,/^ \{0,3\}[A-Za-z]/{/^ *$command\$/d;p}" <<<"$manual")
  [ -n "$part" ] || complain "fysbog-tool.1: nothing is told of the command $command"
  # --help itself is told once for all commands
  difference=$(diff <("$tool" "$command" --help | options | grep -vxE -- '-h|--help(-[a-z]+)?') <(options <<<"$part")) ||
    complain "fysbog-tool.1: the options of $command are not those of $command --help:"$'\n'"$difference"
done

if [ -n "$program" ]; then
  manual=$(set_page fysbog)
  for option in $("$program" --help-all | sed -n '/pplication [Oo]ptions/,$p' | options | grep -vxE -- '-h|--help-[a-z-]+|--display|--gapplication-(app-id|replace)'); do
    grep -qE "^ +(-[a-z], )?$option( |\$)" <<<"$manual" || complain "fysbog.1: the option $option is missing"
  done
fi
exit "$status"
