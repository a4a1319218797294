# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk alone on its display, for tests of the program in front of a visitor."""

import argparse
import contextlib
import os
import re
import shutil

from desk.display import Buses, Display, Trouble, require_tools, wait_until
from desk.kioskplay import KioskPlay, Visitor
from desk.site import Site
from desk.steps import Steps, failed
from desk.window import Program


class Entrance:
    def __init__(self, build, out, size):
        require_tools()
        self.out = os.path.abspath(out)
        shutil.rmtree(self.out, ignore_errors=True)
        self.logs = os.path.join(self.out, "logs")
        os.makedirs(self.logs)
        self.steps = Steps(os.path.join(self.out, "pictures"), lambda text: print(text, flush=True))
        self.parts = []
        self.site = Site(build, os.path.join(self.out, "site"))
        self.display = self._keep(Display(*size, self.logs))
        self._keep(Buses(self.logs, self.display))
        self.site.make_demo(weeks=0, fast=True)
        self.kiosk = None

    def _keep(self, part):
        self.parts.append(part)
        return part

    def start(self, *arguments, environment=None):
        self.kiosk = Program(self.site.program("gatehouse-kiosk"), ["--db", self.site.url, "--camera", self.site.camera, *arguments],
                             self.display, dict(self.site.environment, QT_QUICK_BACKEND="software", **(environment or {})),
                             os.path.join(self.logs, "kiosk.log"))
        self.kiosk.find(re.compile("^Check in$"), seconds=60)
        return KioskPlay(self.kiosk, self.site, self.steps, Visitor())

    def log(self):
        with open(os.path.join(self.logs, "kiosk.log"), encoding="utf-8", errors="replace") as file:
            return file.read()

    def wait_for_log(self, text, seconds=15):
        wait_until(f"the log to say “{text}”", lambda: text in self.log(), seconds)

    def close(self):
        if self.kiosk is not None:
            self.kiosk.stop()
        for part in reversed(self.parts):
            part.close()


def run(play, about, size):
    """Plays one test with the folders that the command line names; exit code 1 and the step when it fails."""
    arguments = argparse.ArgumentParser(description=about.splitlines()[0])
    arguments.add_argument("--build", required=True)
    arguments.add_argument("--out", required=True)
    options = arguments.parse_args()
    entrance = None
    try:
        entrance = Entrance(options.build, options.out, size)
        play(entrance)
        return 0
    except Exception as error:  # whatever it is, the step is named
        if not entrance or entrance.kiosk is None:
            return failed(error)
        with contextlib.suppress(Exception):  # what failed is to be said, not this
            entrance.steps.picture(entrance.display, "failed")
        return failed(error, entrance.steps, f"{entrance.logs}\n{entrance.log()[-2000:]}")
    finally:
        if entrance:
            entrance.close()


def check(condition, what):
    if not condition:
        raise Trouble(what)
