# activation.py - what the desktop starts the program by: the files that say so name each other, and what the program has
# SPDX-License-Identifier: GPL-3.0-or-later
import configparser
import re

import project

APP_ID = 'dk.fysfinder.Fysbog'


def read_keys(path):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser


class Activation(project.unittest.TestCase):
    def setUp(self):
        data = project.BUILD / 'data'
        self.desktop = read_keys(data / f'{APP_ID}.desktop')
        self.service = read_keys(data / f'{APP_ID}.service')
        self.provider = read_keys(data / f'{APP_ID}.search-provider.ini')

    def test_bus_name(self):
        service = self.service['D-BUS Service']
        self.assertEqual(service['Name'], APP_ID)
        self.assertRegex(service['Exec'], r'^/.*/bin/fysbog --gapplication-service$')
        self.assertEqual(self.desktop['Desktop Entry']['DBusActivatable'], 'true')

    def test_search_provider(self):
        provider = self.provider['Shell Search Provider']
        path = '/' + APP_ID.replace('.', '/')
        name = re.search(r'#define OBJECT_NAME "(.*)"', project.read('src/ui/window/fys-search-provider.c'))
        self.assertEqual(provider['DesktopId'], f'{APP_ID}.desktop')
        self.assertEqual(provider['BusName'], APP_ID)
        self.assertEqual(provider['ObjectPath'], path + name[1])
        self.assertEqual(provider['Version'], '2')

    def test_actions(self):
        names = self.desktop['Desktop Entry']['Actions'].strip(';').split(';')
        known = re.findall(r'\.name = "([a-z-]+)"', project.read('src/ui/window/fys-application.c'))
        groups = [group.removeprefix('Desktop Action ') for group in self.desktop.sections() if group != 'Desktop Entry']
        self.assertEqual(sorted(names), sorted(groups))
        for name in names:
            self.assertIn(name, known)
            action = self.desktop[f'Desktop Action {name}']
            self.assertEqual(action['Exec'], f'gapplication action {APP_ID} {name}')
            self.assertIn('Name[da]', action)


project.run()
