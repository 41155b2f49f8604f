#!/usr/bin/env python3
# make-clinic-tables.py PLACES SPECIALTIES: prints FysFinder's places and specialties as C tables, sorted the Danish way.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sorting is done here and not by the program: it must not depend on the locale of the person who runs it, and what never
# changes need not be sorted at every start.
import re
import sys

ALPHABET = {letter: 100 + i for i, letter in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}
LONG_WORD = 5
KINDS = {"condition": "FYS_SPECIALTY_CONDITION", "body": "FYS_SPECIALTY_BODY", "group": "FYS_SPECIALTY_GROUP"}


def danish_key(name):
    """æ, ø and å come last, aa counts as å, ä as æ, ö as ø and ü as y; a space comes before every letter."""
    text = name.lower().replace("aa", "å").replace("ä", "æ").replace("ö", "ø").replace("ü", "y")
    return ([ALPHABET.get(letter, 0 if letter == " " else 1) for letter in text], name)


def words(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def terms(name, others):
    """What is written in brackets is another name for the same."""
    names = [name] + [other for other in others.split(",") if other]
    if "(" in name:
        outside, inside = re.fullmatch(r"(.*\S)\s*\((.*)\)", name).groups()
        names[:1] = [outside, inside]
    return list(dict.fromkeys(words(each) for each in names))


def term_row(term, index, kind):
    """Lengths are in bytes, for the program's text is UTF-8; a word of LONG_WORD characters is told apart inside a compound."""
    is_long = "TRUE" if len(term) >= LONG_WORD and " " not in term else "FALSE"
    return f"  {{ {quoted(term)}, {len(term.encode())}, {'TRUE' if ' ' in term else 'FALSE'}, {is_long}, {index}, {KINDS[kind]} }},\n"


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]


def main():
    places = sorted(lines(sys.argv[1]), key=danish_key)
    rows = [(line.split("\t") + [""])[:4] for line in lines(sys.argv[2])]
    rows.sort(key=lambda row: danish_key(row[1]))

    print('#include "core/clinic/fys-clinic-private.h"\n')
    print("const char *const fys_clinic_places[] = {")
    print("".join(f"  {quoted(place)},\n" for place in places) + "  NULL\n};")
    print(f"const guint fys_clinic_n_places = {len(places)};\n")

    print("const FysSpecialty fys_clinic_specialties[] = {")
    print("".join(f"  {{ {quoted(slug)}, {quoted(name)} }},\n" for slug, name, _, _ in rows) + "};")
    print(f"const guint fys_clinic_n_specialties = {len(rows)};\n")

    all_terms = [
        term_row(term, index, kind)
        for index, (_, name, kind, others) in enumerate(rows)
        for term in terms(name, others)
    ]
    print("const FysSpecialtyTerm fys_clinic_terms[] = {")
    print("".join(all_terms) + "};")
    print(f"const guint fys_clinic_n_terms = {len(all_terms)};")


# The output is UTF-8 in every locale.
sys.stdout.reconfigure(encoding="utf-8")
main()
