# potfiles.py - po/POTFILES.in names every file with something to translate, and no other
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import unittest

import project

CALL = re.compile(r'\b(?:_|N_|C_|NC_|Q_|gettext|ngettext|g_dgettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
UI_TEXT = re.compile(r'\btranslatable\s*=\s*"(?:yes|true|1)"')
SCHEMA_TEXT = re.compile(r'<(?:summary|description)>')


def files_with_texts():
    found = [path for path in project.files('.c', '.h') if CALL.search(project.read_code(path))]
    found += [path for path in project.files('.ui') if UI_TEXT.search(project.read(path))]
    found += project.files('.desktop.in', '.metainfo.xml.in', below='data')
    found += [path for path in project.files('.gschema.xml', below='data') if SCHEMA_TEXT.search(project.read(path))]
    return {str(path) for path in found}


def listed():
    lines = [line.strip() for line in project.read('po/POTFILES.in').splitlines()]
    return [line for line in lines if line and not line.startswith('#')]


class Potfiles(unittest.TestCase):
    def test_nothing_is_forgotten(self):
        self.assertEqual(sorted(files_with_texts() - set(listed())), [])

    def test_nothing_is_left_over(self):
        self.assertEqual(sorted(set(listed()) - files_with_texts()), [])

    def test_each_is_listed_once_and_in_order(self):
        self.assertEqual(listed(), sorted(set(listed())))


project.run()
