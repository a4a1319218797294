# SPDX-License-Identifier: GPL-3.0-or-later
"""A guard at the admin app: the keyboard of the desk, and what the windows show."""

import re
import time

from .display import wait_until


class AdminPlay:
    def __init__(self, admin, steps, person):
        self.admin, self.steps, self.person = admin, steps, person

    def sign_in(self):
        self.admin.find("Staff number", role=re.compile("text|entry")).click()
        self.admin.display.key("ctrl+a")  # the number of an attempt that failed still stands there
        self.admin.display.type(self.person["number"])
        self.admin.find("Password", role=re.compile("text|entry")).click()
        self.admin.display.type(self.person["password"])
        self.steps.picture(self.admin.display, "admin-sign-in")
        self.admin.display.key("Return")
        self.admin.find("Visitors who wait", seconds=30)

    def unlock_if_locked(self):
        """The app locks itself while nobody is at the desk."""
        if not self.admin.all("Unlock", role=re.compile("button")):
            return
        self.admin.find("Password", role=re.compile("text|entry")).click()
        self.admin.display.type(self.person["password"])
        self.admin.display.key("Return")
        self.admin.find("Visitors who wait", seconds=30)

    def wait_for_arrival(self, name, seconds=10):
        """The row of the queue; the time that it took to come."""
        begin = time.monotonic()
        row = self.admin.find(re.compile(re.escape(name), re.I), role=re.compile("list item|table cell|item"), seconds=seconds)
        return row, time.monotonic() - begin

    def find_in_log(self, label, name):
        """The row of a visit that is over."""
        self.unlock_if_locked()
        self.admin.find("Find a visitor, badge, host", role=re.compile("text|entry")).click()
        self.admin.display.key("ctrl+a")
        self.admin.display.type(label)
        self.admin.display.key("Return")
        return self.admin.find(re.compile(re.escape(name), re.I), role="table cell", seconds=20)

    def open_case(self, row):
        row.click()
        self.admin.find(re.compile("Approve"), role=re.compile("button"))

    def original_seen(self):
        button = self.admin.find(re.compile("face matches", re.I), role=re.compile("button|check"))
        button.click()
        wait_until("“original seen” to be written", lambda: not button.has("ENABLED"), 10)

    def choose_reason_if_asked(self, wanted=None):
        """Overriding a warning needs a reason; takes the first one offered, by the keyboard."""
        hindrance = self.admin.all(re.compile("^.*Choose a reason for"))
        if not hindrance:
            return False
        box = self.admin.find(re.compile("reason", re.I), role="combo box")
        box.click()
        self.admin.display.key("Down")
        self.admin.display.key("Return")
        return True

    def approve(self, said=re.compile("is approved|, approved$|^approved$")):
        """F9; the decision can be called back for five seconds before it is written. `said`: what stands on the screen then."""
        def ready():
            return next((node for node in self.admin.all(re.compile("Approve"), role=re.compile("button")) if node.has("ENABLED")), None)
        wait_until(f"approving; on screen: {self.admin.summary()}", ready, 10)
        self.steps.picture(self.admin.display, "admin-case")
        self.admin.display.key("F9")
        self.steps.picture(self.admin.display, "admin-decision")
        # What is said goes after a while; the open case and its row keep saying it.
        self.admin.find(said, seconds=15)
