# drawings.py - the drawings of the exercises are what their source makes of them, stand for themselves, and are all in use
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

import project

FOLDER = 'data/articles/images'
IMAGE = re.compile(r'!\[([^\]]*)\]\(/images/([^)]+)\)')
NUMBER = re.compile(r'-?\d+(?:\.\d+)?')
MOST_BYTES = 64 * 1024
SVG = '{http://www.w3.org/2000/svg}'
# No text, so no font; nothing that is fetched or that moves.
TAGS = {SVG + name for name in ('svg', 'style', 'g', 'path', 'circle', 'clipPath')}


def drawings():
    return {path.name: project.read(path) for path in project.files('.svg', below=FOLDER)}


def images():
    """(article, alternative text, file) for every image of the articles."""
    for path in project.files('.md', below='data/articles'):
        for words, name in IMAGE.findall(project.read(path)):
            yield path.name, words, name


class Drawings(unittest.TestCase):
    def test_are_up_to_date(self):
        """A last digit may differ where another mathematics library rounds."""
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, '-B', project.SOURCE / 'data/drawings/make-drawings', folder], check=True)
            made = {path.name: path.read_text(encoding='utf-8') for path in pathlib.Path(folder).iterdir()}
        there = drawings()
        self.assertEqual(sorted(made), sorted(there))
        for name, text in made.items():
            with self.subTest(name=name):
                self.assertEqual(NUMBER.sub('0', text), NUMBER.sub('0', there[name]))
                for new, old in zip(NUMBER.findall(text), NUMBER.findall(there[name])):
                    self.assertAlmostEqual(float(new), float(old), delta=0.25)

    def test_hold_nothing_but_lines(self):
        for name, text in drawings().items():
            with self.subTest(name=name):
                self.assertEqual({element.tag for element in xml.fromstring(text).iter()} - TAGS, set())
                self.assertNotIn('href', text)
                self.assertIn('@media (prefers-color-scheme:dark){', text)
                self.assertLess(len(text), MOST_BYTES)

    def test_are_all_shown(self):
        self.assertEqual({name for _, _, name in images()}, set(drawings()))

    def test_are_told_in_words(self):
        for article, words, name in images():
            with self.subTest(article=article, name=name):
                self.assertGreater(len(words.split()), 8)
                self.assertRegex(words, r'[.]$')


project.run()
