# count.py - what .ci/count says of meson's logs
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import project

COUNT = project.SOURCE / '.ci/count'


def count(*logs):
    """Runs it on logs that hold (result, output) of some tests. Returns its exit status and its last line."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, tests in enumerate(logs):
            paths.append(pathlib.Path(folder) / f'{number}.json')
            if tests is not None:
                paths[-1].write_text(''.join(json.dumps({'name': 'a test', 'result': result, 'stdout': output}) + '\n' for result, output in tests))
        run = subprocess.run([sys.executable, '-B', COUNT, *paths], capture_output=True, text=True, check=False)
        return run.returncode, run.stdout.splitlines()[-1]


class Count(unittest.TestCase):
    def test_cases_of_several_logs_are_added(self):
        tap = 'TAP version 13\nok 1 /a\nok 2 /b\n1..2\n'
        self.assertEqual(count([('OK', tap), ('OK', 'no TAP at all')], [('OK', tap)]), (0, '5 passed, 0 failed'))

    def test_a_failed_case(self):
        self.assertEqual(count([('FAIL', 'ok 1 /a\nnot ok 2 /b\n')]), (1, '1 passed, 1 failed'))

    def test_a_crash_is_a_failure(self):
        self.assertEqual(count([('FAIL', 'ok 1 /a\n')]), (1, '1 passed, 1 failed'))
        self.assertEqual(count([('TIMEOUT', '')]), (1, '0 passed, 1 failed'))

    def test_a_skipped_test_is_a_failure(self):
        self.assertEqual(count([('SKIP', 'ok 1 /a # SKIP no display\n')]), (1, '0 passed, 1 failed'))
        self.assertEqual(count([('OK', 'ok 1 /a # skip\nok 2 /b\n')]), (1, '1 passed, 1 failed'))
        self.assertEqual(count([('SKIP', '')]), (1, '0 passed, 1 failed'))

    def test_a_missing_log_is_a_failure(self):
        self.assertEqual(count([('OK', '')], None), (1, '1 passed, 1 failed'))

    def test_nothing_at_all_is_a_failure(self):
        self.assertEqual(count([]), (1, '0 passed, 0 failed'))


project.run()
