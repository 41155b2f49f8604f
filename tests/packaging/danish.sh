#!/bin/bash
# danish.sh SOURCE_ROOT - the Danish translation has every text of the program, none of them unsure, and its placeholders are right
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$1"

msgfmt --check --output-file="$work/da.mo" po/da.po

# The keywords are those of meson's `preset: 'glib'` in po/meson.build.
xgettext --files-from=po/POTFILES.in --directory=. --from-code=UTF-8 --output="$work/fysbog.pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 2>"$work/warnings"
# Such as a text that is used with and without a plural.
if [ -s "$work/warnings" ]; then
  cat "$work/warnings" >&2
  exit 1
fi

# Names what is untranslated, fuzzy or absent.
msgcmp po/da.po "$work/fysbog.pot"

if grep -n '^#~' po/da.po; then
  echo "po/da.po keeps texts that the program no longer has" >&2
  exit 1
fi
