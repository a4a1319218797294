# SPDX-License-Identifier: GPL-3.0-or-later
"""People at a door station: badges before its camera, the PIN on its pad, and what it answers."""

import os
import re
import shutil
import time

from .display import Trouble, wait_until

ADMIT = "Please enter"
REFUSE = "No entry"
OUT = "Booked out"
VERDICTS = (ADMIT, REFUSE, OUT, "The door did not open")


STEP_BACK = 2.6  # seconds until a badge that was taken away counts again


class DoorPlay:
    def __init__(self, door, camera, steps):
        self.door, self.camera, self.steps = door, camera, steps
        self.shown = 0

    # ------------------------------------------------------------ looking
    def rows(self):
        """How many badges of the set are listed."""
        return len([node for node in self.door.all(re.compile(r"^(Visitor|Staff \d+|Badge)$"))])

    def verdict(self, seconds=20):
        """The decision that fills the screen, as it is announced: headline, reason and advice."""
        def look():
            return next((node.name for node in self.door.all(lambda name: name.startswith(VERDICTS), role=re.compile("alert|notification"))), None)
        try:
            return wait_until("door: a decision", look, seconds, 0.05)
        except Trouble:
            raise Trouble(f"door: no decision within {seconds:g} s; on screen: {self.door.summary()}") from None

    def wait_rest(self, seconds=30):
        self.door.find(re.compile("Leaving$"), seconds=seconds)

    # ------------------------------------------------------------ doing
    def hold(self, picture):
        """Holds a badge before the camera and takes the one before away."""
        self.take_away()
        self.shown += 1
        target = os.path.join(self.camera, f"badge-{self.shown}.png")
        part = target + ".part"
        shutil.copyfile(picture, part)
        os.replace(part, target)

    def take_away(self):
        for name in os.listdir(self.camera):
            os.remove(os.path.join(self.camera, name))

    def show(self, *pictures):
        """One badge after the other, each until it stands in the list."""
        before = self.rows()
        for picture in pictures:
            self.hold(picture)
            before += 1
            wait_until(f"door: badge {before} in the list; on screen: {self.door.summary()}", lambda: self.rows() >= before, 15, 0.05)
        self.take_away()

    def everybody_is_here(self):
        self.door.click("Everybody is here")

    def type_pin(self, pin, picture=None):
        self.door.find("Enter your PIN", seconds=10)
        keys = {}
        for digit in set(pin):
            keys[digit] = self.door.find(digit, role=re.compile("button")).settled()
        self.door.display.clicks([keys[digit] for digit in pin])
        self.door.find(f"{len(pin)} digits typed", seconds=5)
        if picture:
            self.steps.picture(self.door.display, picture)
        self.door.click("Enter")

    def enter(self, *pictures, pin, name):
        """A set of badges that a PIN closes, up to the decision."""
        self.wait_rest()
        self.show(*pictures)
        self.steps.picture(self.door.display, f"{name}-set")
        self.everybody_is_here()
        self.type_pin(pin, f"{name}-pin")
        said = self.verdict()
        self.steps.picture(self.door.display, name)
        return said

    def leave(self, *pictures, name):
        self.wait_rest()
        self.door.click(re.compile("Leaving$"))
        self.door.find(re.compile("^Leaving: show your badges"))
        self.show(*pictures)
        self.door.click("Book out")
        said = self.verdict()
        self.steps.picture(self.door.display, name)
        return said

    def close(self):
        self.door.click("Close")
        self.wait_rest()
        time.sleep(STEP_BACK)
