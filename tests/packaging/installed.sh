#!/bin/bash
# installed.sh BUILD_DIR VERSION DATADIR - what `meson install` puts below a DESTDIR runs from there, on its own data. Runs below with-display.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

build=$1 version=$2 share=$3
work=$(mktemp -d)
program=
clean_up() {
  [ -z "$program" ] || kill "$program" 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT

# What the tests of the build folder set would hide that the installed program finds nothing.
unset FYSBOG_DATA_DIR FYSBOG_LOCALE_DIR GSETTINGS_SCHEMA_DIR

there="$work/some where"
meson install -C "$build" --no-rebuild --destdir "$there" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
share=$there$share
bin=$(dirname "$share")/bin

expect_file() { [ -s "$1" ] || { echo "not installed: ${1#"$there"}" >&2; exit 1; }; }
expect_file "$bin/fysbog"
expect_file "$share/applications/dk.fysfinder.Fysbog.desktop"
expect_file "$share/dbus-1/services/dk.fysfinder.Fysbog.service"
expect_file "$share/gnome-shell/search-providers/dk.fysfinder.Fysbog.search-provider.ini"
expect_file "$share/metainfo/dk.fysfinder.Fysbog.metainfo.xml"
expect_file "$share/icons/hicolor/scalable/apps/dk.fysfinder.Fysbog.svg"
expect_file "$share/icons/hicolor/symbolic/apps/dk.fysfinder.Fysbog-symbolic.svg"
expect_file "$share/glib-2.0/schemas/dk.fysfinder.Fysbog.gschema.xml"
expect_file "$share/locale/da/LC_MESSAGES/fysbog.mo"
for article in "$(dirname "$0")"/../../data/articles/*.md; do
  expect_file "$share/fysbog/articles/${article##*/}"
done

expect_text() { grep -q "$1" "$2" || { echo "no $1 in ${2#"$there"}" >&2; exit 1; }; }
expect_text '^Keywords\[da\]=' "$share/applications/dk.fysfinder.Fysbog.desktop"
expect_text 'xml:lang="da"' "$share/metainfo/dk.fysfinder.Fysbog.metainfo.xml"

said=$("$bin/fysbog-tool" --version)
[[ $said == *"$version"* ]] || { echo "fysbog-tool --version said: $said" >&2; exit 1; }
"$bin/fysbog-tool" check "$share/fysbog/articles"
[[ $("$bin/fysbog-tool" url "$share/fysbog/articles/iskias.md") == *"/danmark/iskias" ]]

# The window gets the article's title when the article is shown.
title=$(sed -n 's/^title: *"\{0,1\}\([^"]*\)"\{0,1\}$/\1/p' "$share/fysbog/articles/iskias.md" | head -n 1)
GTK_A11Y=none "$bin/fysbog" "$share/fysbog/articles/iskias.md" >"$work/output" 2>&1 &
program=$!
until xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do
  kill -0 "$program" 2>/dev/null || { cat "$work/output"; echo "the installed program ended" >&2; exit 1; }
  sleep 0.1
done
[ ! -s "$work/output" ] || { cat "$work/output"; echo "the installed program complained" >&2; exit 1; }
