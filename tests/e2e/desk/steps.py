# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells what is done as it is done, and keeps a picture of each step."""

import os
import time


class Steps:
    def __init__(self, folder, out=print):
        self.folder = folder
        self.out = out
        self.pictures = []
        self.current = "start"
        self.began = time.monotonic()
        os.makedirs(folder, exist_ok=True)

    def begin(self, text):
        self.current = text
        self.out(f"[{time.monotonic() - self.began:6.1f} s] {text}")

    def picture(self, display, name):
        """A picture of the screen once it stands still: pages slide for a fifth of a second."""
        time.sleep(0.35)
        path = os.path.join(self.folder, f"{len(self.pictures) + 1:02d}-{name}.png")
        display.screenshot(path)
        self.pictures.append(path)
        return path
