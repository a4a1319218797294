# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells what is done as it is done, and keeps a picture of each step."""

import os
import shutil
import sys
import time
import traceback

from .display import Trouble


class Steps:
    def __init__(self, folder, out=print):
        self.folder = folder
        self.out = out
        self.pictures = []
        self.without_picture = []  # steps that something was to be seen of
        self.current = "start"
        self._shows = False
        self.began = time.monotonic()
        os.makedirs(folder, exist_ok=True)

    def begin(self, text, shows=True):
        """`shows`: there is something on a screen to keep a picture of."""
        self.end()
        self.current, self._shows = text, shows
        self.out(f"[{time.monotonic() - self.began:6.1f} s] {text}")

    def picture(self, display, name):
        """A picture of the screen once it stands still: pages slide for a fifth of a second."""
        time.sleep(0.35)
        path = os.path.join(self.folder, f"{len(self.pictures) + 1:02d}-{name}.png")
        display.screenshot(path)
        return self._kept(path)

    def keep(self, picture, name):
        """A picture that is there already."""
        path = os.path.join(self.folder, f"{len(self.pictures) + 1:02d}-{name}.png")
        shutil.copyfile(picture, path)
        return self._kept(path)

    def end(self):
        """Of the step that is being done."""
        if self._shows:
            self.without_picture.append(self.current)
        self._shows = False

    def _kept(self, path):
        self.pictures.append(path)
        self._shows = False
        return path


def failed(error, steps=None, logs=None):
    """Says at which step a play failed, why and where to look; for anything but a step that could not be done, also where in the
    play. Returns the exit code."""
    trouble = isinstance(error, Trouble)
    step = steps.current if steps else "start"
    print(f"\nFAILED at the step “{step}”: {error if trouble else f'{type(error).__name__}: {error}'}", file=sys.stderr)
    if logs:
        print(f"Logs: {logs}", file=sys.stderr)
    if not trouble:
        traceback.print_exception(error)
    return 1
