# SPDX-License-Identifier: GPL-3.0-or-later
"""What the screens say in another language. The plays are written in the English of the source; this finds it on the screen."""

import os
import xml.etree.ElementTree as ElementTree

# What is not in the translation files: the site's own purposes (shared/domain/zone.cpp), names of languages.
OWN = {"zh_CN": {"Meeting": "会议", "English": "简体中文"}}


class Words:
    def __init__(self, language="en", root=None):
        self.language = language
        root = root or os.path.join(os.path.dirname(__file__), "..", "..", "..")
        self.by_source = dict(OWN.get(language, {}))
        for part in ("kiosk", "shared"):
            path = os.path.join(root, "translations", f"{part}_{language}.ts")
            if language != "en" and os.path.exists(path):
                self._read(path)
        self.by_text = {}
        for source, text in self.by_source.items():
            self.by_text.setdefault(text, source)

    def _read(self, path):
        for message in ElementTree.parse(path).getroot().iter("message"):
            text = message.find("translation").text
            if text and message.get("numerus") != "yes":
                self.by_source.setdefault(message.find("source").text, text)

    def __call__(self, source):
        """As it stands on the screen; what has no translation stays as it is."""
        return self.by_source.get(source, source)

    def source(self, text):
        """The English of what stands on the screen."""
        return self.by_text.get(text, text)
