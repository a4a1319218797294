#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A play that fails says at which step, whatever went wrong in it, and ends with exit code 1."""

import argparse
import contextlib
import io
import json
import os
import sqlite3
import sys

import damage
import kill
import machineroom
import play
from desk.display import Trouble

STEP = "database: the row of the log"
ERRORS = (Trouble("no such row"), sqlite3.OperationalError("database is locked"), json.JSONDecodeError("no value", "", 0),
          KeyError("state"), IndexError("list index out of range"))


def fails_with(error):
    def fails(desk, *_):
        desk.steps.begin(STEP)
        raise error
    return fails


def what_is_said(module, error, options):
    """The exit code and what stands on the error stream of a play whose first step fails like this."""
    play.Desk.open = machineroom.RoomDesk.open = damage.prepare = fails_with(error)
    sys.argv = [module.__name__, "--build", options.build, "--out", os.path.join(options.out, module.__name__)]
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        code = module.main()
    return code, said.getvalue()


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--build", required=True)
    arguments.add_argument("--out", required=True)
    options = arguments.parse_args()
    os.environ["GATEHOUSE_OWN_MOUNTS"] = "1"  # nothing is mounted
    wrong = []
    for module in (play, kill, damage, machineroom):
        for error in ERRORS:
            code, said = what_is_said(module, error, options)
            expected = [f"FAILED at the step “{STEP}”: ", str(error), "Logs: "]
            if not isinstance(error, Trouble):
                expected += [type(error).__name__, "Traceback", "in fails"]
            missing = [text for text in expected if text not in said]
            if code != 1 or missing:
                wrong.append(f"{module.__name__}, {type(error).__name__}: exit code {code}, without {missing}: {said}")
    print("\n".join(wrong) or "each failure names its step")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
