# articles.py - what a reader may expect of every article that ships, as the program itself understands it
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re
import subprocess
import unittest

import project

FOLDER = project.SOURCE / 'data/articles'
TOOL = project.BUILD / 'src/tool/fysbog-tool'
SPECIALTIES = {line.split('\t')[0] for line in project.read('data/clinic/specialties.tsv').splitlines() if not line.startswith('#')}

# A source names who, what and in which year.
SOURCE_LINE = re.compile(r'^- \S.*[.:] .*\b(19|20)\d\d\b.*\.$')
DRUG_DOSE = re.compile(r'\b\d+ ?(mg|mikrogram|milligram|tabletter|piller)\b', re.IGNORECASE)


def show(path):
    return json.loads(subprocess.run([TOOL, 'show', '--json', path], check=True, capture_output=True, text=True).stdout)


def slugs(sections):
    for section in sections:
        yield section['slug']
        yield from slugs(section['children'])


def sources(text):
    section = re.search(r'^## Kilder\n\n(.*)\Z', text, re.MULTILINE | re.DOTALL)
    return section[1].splitlines() if section else []


class Articles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.articles = {path.stem: show(path) for path in sorted(FOLDER.glob('*.md'))}
        cls.texts = {name: (FOLDER / f'{name}.md').read_text(encoding='utf-8') for name in cls.articles}

    def assert_leads_somewhere(self, target):
        slug, _, fragment = target.partition('#')
        slug = slug.removeprefix('/ordbog/')
        self.assertIn(slug, self.articles)
        if fragment:
            self.assertIn(fragment, list(slugs(self.articles[slug]['sections'])))

    def test_none_is_lost(self):
        self.assertGreaterEqual(len(self.articles), 11)

    def test_check_finds_nothing(self):
        run = subprocess.run([TOOL, 'check', FOLDER], capture_output=True, text=True, check=False)
        self.assertEqual((run.returncode, run.stderr), (0, ''))
        self.assertRegex(run.stdout, r'^\d+ files: 0 errors, 0 warnings, 0 hints\n$')

    def test_front_matter(self):
        for name, article in self.articles.items():
            with self.subTest(article=name):
                metadata = article['metadata']
                for key in ('title', 'metaTitle', 'description', 'author', 'published', 'updated', 'bodyParts', 'keywords'):
                    self.assertTrue(metadata.get(key), key)
                self.assertLessEqual(metadata['published'], metadata['updated'])
                self.assertIn(metadata['specialty'], SPECIALTIES)

    def test_warning_signs(self):
        # They come before the exercises, and say where to ring and whom to see.
        for name, article in self.articles.items():
            with self.subTest(article=name):
                self.assertEqual(len(article['urgent']), 1)
                self.assertLess(article['urgent'][0]['line'], article['exercises'][0]['line'])
                signs = self.texts[name].split(f'## {article["urgent"][0]["section"]}\n')[1].split('\n## ')[0]
                self.assertRegex(signs, r'\b112\b')
                self.assertRegex(signs, r'\blægevagten\b')
                self.assertRegex(signs, r'\bfysioterapeut\b')

    def test_exercises_say_how_much(self):
        for name, article in self.articles.items():
            with self.subTest(article=name):
                self.assertGreaterEqual(len(article['exercises']), 3)
                # Every heading below "Øvelser …" is one, and nothing else is.
                section = next(part for part in article['sections'] if part['title'].startswith('Øvelser'))
                self.assertEqual([part['line'] for part in section['children']], [exercise['line'] for exercise in article['exercises']])
                for exercise in article['exercises']:
                    self.assertTrue(exercise['reps'] or exercise['hold_s'], exercise['name'])
                introduction = self.texts[name].split(f'## {section["title"]}\n')[1].split('\n### ')[0]
                self.assertIn('Stop', introduction)

    def test_questions(self):
        asked = {}
        for name, article in self.articles.items():
            with self.subTest(article=name):
                self.assertGreaterEqual(len(article['faq']), 6)
                for question in article['faq']:
                    self.assertTrue(question['question'].endswith('?'))
                    # They are read in one list, too.
                    self.assertNotIn(question['question'], asked)
                    asked[question['question']] = name

    def test_related_and_links_lead_somewhere(self):
        for name, article in self.articles.items():
            with self.subTest(article=name):
                self.assertGreaterEqual(len(article['metadata']['related']), 2)
                for related in article['metadata']['related']:
                    self.assertEqual(related['type'], 'ordbog')
                    self.assertNotEqual(related['slug'], name)
                    self.assertIn(related['slug'], self.articles)
                    self.assertEqual(related['title'], self.articles[related['slug']]['metadata']['title'])
                for link in article['links']:
                    self.assertTrue(link['target'].startswith('/ordbog/'), link['target'])
                    self.assert_leads_somewhere(link['target'])

    def test_sources(self):
        for name, article in self.articles.items():
            with self.subTest(article=name):
                lines = sources(self.texts[name])
                self.assertGreaterEqual(len(lines), 3)
                for line in lines:
                    self.assertRegex(line, SOURCE_LINE)

    def test_no_dose_of_a_drug(self):
        for name, article in self.articles.items():
            with self.subTest(article=name):
                self.assertNotRegex(self.texts[name], DRUG_DOSE)


project.run()
