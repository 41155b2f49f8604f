# resources.py - drawings are drawings, the resource list is complete, and every icon that the program names exists
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import subprocess
import unittest
import xml.etree.ElementTree as xml

import project

GRESOURCE = 'src/ui/fysbog.gresource.xml'
ICON_IN_UI = re.compile(r'<property name="[a-z-]*icon-name"[^>]*>([^<]+)<')
ICON_IN_C = re.compile(r'"([a-z][a-z0-9-]*-symbolic)"')
THEMES = [pathlib.Path('/usr/share/icons') / name for name in ('Adwaita', 'hicolor')]


def resource_entries():
    """The files of the resource list, relative to the project. Meson looks beside the list and then in data/."""
    for entry in xml.fromstring(project.read(GRESOURCE)).iter('file'):
        for folder in ('src/ui', 'data'):
            if (project.SOURCE / folder / entry.text).exists():
                yield pathlib.Path(folder) / entry.text
                break
        else:
            raise AssertionError(f'{GRESOURCE} names {entry.text}, which is not there')


def icons_in_libraries():
    """GTK and libadwaita carry icons of their own."""
    names = set()
    for module, library in (('gtk4', 'libgtk-4.so.1'), ('libadwaita-1', 'libadwaita-1.so.0')):
        folder = subprocess.run(['pkg-config', '--variable=libdir', module], check=True, capture_output=True, text=True).stdout.strip()
        listing = subprocess.run(['gresource', 'list', f'{folder}/{library}'], check=True, capture_output=True, text=True).stdout
        names.update(pathlib.PurePath(line).stem for line in listing.splitlines() if '/icons/' in line)
    return names


def icons_named():
    for path in project.files('.ui'):
        for name in ICON_IN_UI.findall(project.read(path)):
            yield path, name
    for path in project.files('.c', below='src'):
        for name in ICON_IN_C.findall(project.read_code(path)):
            yield path, name


class Resources(unittest.TestCase):
    def test_every_template_is_in_the_list(self):
        in_list = set(resource_entries())
        forgotten = [str(path) for path in project.files('.ui', below='src/ui') if path not in in_list]
        self.assertEqual(forgotten, [])

    def test_every_drawing_is_well_formed(self):
        for path in project.files('.svg', below='data'):
            with self.subTest(path=str(path)):
                root = xml.fromstring(project.read(path))
                self.assertEqual(root.tag, '{http://www.w3.org/2000/svg}svg')
                self.assertEqual(root.get('viewBox'), f'0 0 {root.get("width")} {root.get("height")}')

    def test_symbolic_drawings_can_be_recoloured(self):
        """GTK fills every shape with the colour of the text, so a stroke or a gradient would become a blot."""
        for path in project.files('-symbolic.svg', below='data'):
            with self.subTest(path=str(path)):
                drawing = project.read(path)
                self.assertEqual(xml.fromstring(drawing).get('width'), '16')
                self.assertNotRegex(drawing, r'\bstroke=|Gradient|<text|<image|\bstyle=')

    def test_every_icon_exists(self):
        known = icons_in_libraries() | {path.stem for path in project.files('.svg', below='data')}
        for theme in THEMES:
            known.update(path.stem for path in theme.rglob('*') if path.suffix in ('.svg', '.png'))
        known = {name.removesuffix('.symbolic') for name in known}
        for path, name in icons_named():
            with self.subTest(path=str(path)):
                self.assertIn(name, known)


project.run()
