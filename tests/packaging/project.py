# project.py - what the tests of this folder share: the two folders that meson gives them, and ways to read them
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import sys
import unittest

SOURCE = pathlib.Path(sys.argv[1])
BUILD = pathlib.Path(sys.argv[2])

COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)


def files(*suffixes, below='src'):
    """The files below a folder of the project that end like this, relative to the project."""
    found = [path.relative_to(SOURCE) for path in sorted((SOURCE / below).rglob('*')) if path.name.endswith(suffixes)]
    assert found, f'nothing below {below} ends in {suffixes}'
    return found


def read(path):
    return (SOURCE / path).read_text(encoding='utf-8')


def read_code(path):
    """A C file without its comments, the number of lines kept."""
    return COMMENT.sub(lambda comment: '\n' * comment[0].count('\n') or ' ', read(path))


def run():
    unittest.main(argv=sys.argv[:1], verbosity=2)
