# sources.py - every source is built, and includes and version checks stay where src/README.md says that they belong
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import re
import unittest

import project

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)

# Folder → beginnings of includes that must not be there.
FORBIDDEN_INCLUDES = {
    'src/core': ('gtk/', 'gdk/', 'adwaita', 'pango/', 'gst/', 'ui/', 'tool/', 'compat/'),
    'src/tool': ('gtk/', 'gdk/', 'adwaita', 'pango/', 'gst/', 'ui/', 'compat/'),
    'src/compat': ('ui/', 'tool/', 'core/'),
    'src/ui': ('tool/',),
}


class Sources(unittest.TestCase):
    def test_every_source_is_compiled(self):
        commands = json.loads((project.BUILD / 'compile_commands.json').read_text())
        compiled = {os.path.realpath(os.path.join(command['directory'], command['file'])) for command in commands}
        forgotten = [str(path) for path in project.files('.c') if os.path.realpath(project.SOURCE / path) not in compiled]
        self.assertEqual(forgotten, [], 'in no build list')

    def test_includes_go_one_way(self):
        for folder, forbidden in FORBIDDEN_INCLUDES.items():
            for path in project.files('.c', '.h', below=folder):
                with self.subTest(path=str(path)):
                    wrong = [name for name in INCLUDE.findall(project.read_code(path)) if name.startswith(forbidden)]
                    self.assertEqual(wrong, [])

    def test_versions_are_checked_in_compat_only(self):
        for path in project.files('.c', '.h'):
            if path.is_relative_to('src/compat'):
                continue
            with self.subTest(path=str(path)):
                self.assertNotRegex(project.read_code(path), r'\b(GTK|GDK|ADW|GLIB|GST|PANGO)_CHECK_VERSION\b')

    def test_every_file_has_a_licence(self):
        for path in project.files('.c', '.h') + project.files('.c', '.h', '.py', '.sh', below='tests'):
            with self.subTest(path=str(path)):
                self.assertIn('SPDX-License-Identifier: GPL-3.0-or-later', project.read(path)[:3000])

    def test_own_header_comes_first(self):
        """After config.h: that proves that the header stands alone. A private header begins with the public one."""
        for path in project.files('.c'):
            header = path.with_suffix('.h')
            if not (project.SOURCE / header).exists():
                continue
            with self.subTest(path=str(path)):
                names = [name for name in INCLUDE.findall(project.read_code(path)) if name != 'config.h']
                self.assertIn(pathlib.PurePath(names[0]).name, (header.name, f'{path.stem}-private.h'))


project.run()
