# SPDX-License-Identifier: GPL-3.0-or-later
"""A party of two at the kiosk for the machine room, and the people of the room at the admin app."""

import re
import time

from .adminplay import AdminPlay
from .display import Trouble, wait_until
from .kioskplay import DONE, ITEMS, PARTY, KioskPlay

PAGE = re.compile("button|check box")  # of the navigation
WHEEL = 90  # pixels that a click of the wheel turns a page, at most


class PartyPlay(KioskPlay):
    """Checks in several people: the documents and typed fields of each, company and host once."""

    def __init__(self, kiosk, site, steps, members, carries=()):
        super().__init__(kiosk, site, steps, members[0])
        self.members = members
        self.carries = carries
        self.member = 0

    def answer(self, heading):
        if heading == PARTY:
            self._answered = heading
            self.steps.begin(f"kiosk: {heading} ({self.member + 1} so far)")
            self.party()
            return
        if heading == ITEMS and self.member == 0:
            self._answered = heading
            self.steps.begin(f"kiosk: {heading}")
            for item in self.carries:
                self.press(f"One {item} more")
            self.steps.picture(self.kiosk.display, "kiosk-items")
            self.press("Continue")
            return
        super().answer(heading)

    def photo(self):
        if self.visitor.portrait:
            super().photo()
        else:
            self.press("Go on without a photo")  # the next page is somebody else's, and has a "Continue" of its own

    def party(self):
        if self.member + 1 == len(self.members):
            self.steps.picture(self.kiosk.display, "kiosk-party")
            self.press("Continue")
            return
        self.member += 1
        self.visitor = self.members[self.member]
        self._answered = None
        self.press("Add another person")
        wait_until("the next person's first page", lambda: self.heading() not in ("", PARTY), 15, 0.1)

    def pick_up(self, number):
        """Back to the kiosk, which was free for others meanwhile and shows the numbers of those for whom it has something."""
        def look():
            if self.heading() == DONE:
                return "here"
            return next(iter(self.kiosk.all(f"Number {number} is ready", role=re.compile("button"))), None)
        found = wait_until(f"kiosk: the badge, or its number; on screen: {self.kiosk.summary()}", look, 30, 0.1)
        if found != "here":
            self.steps.picture(self.kiosk.display, "kiosk-number-is-ready")
            found.click()


class RoomPlay(AdminPlay):
    """Somebody at the admin app who signs in, does one thing on the pages of the machine room, and makes room for the next."""

    def __init__(self, admin, steps, site):
        super().__init__(admin, steps, None)
        self.site = site

    def be(self, number):
        """Signs in as this person, after whoever is signed in."""
        person = next(person for person in self.site.sign_ins if person["number"] == number)
        if self.person is not None:
            self.admin.display.key("ctrl+l")
            self.admin.click(re.compile("^(Sign in as somebody else|以其他人登录)"), seconds=10)
            self.admin.find("Staff number", role=re.compile("text|entry"), seconds=10)
        self.person = person
        self.admin.find(re.compile("^(English|简体中文)$"), role="combo box").click()  # the app remembers it for the person
        self.admin.display.key("Home", "Return")
        time.sleep(0.3)
        self.admin.find("Staff number", role=re.compile("text|entry")).click()
        self.admin.display.key("ctrl+a")
        self.admin.display.type(person["number"])
        self.admin.find("Password", role=re.compile("text|entry")).click()
        self.admin.display.type(person["password"])
        self.admin.display.key("Return")
        self.admin.find("Machine room", role=PAGE, seconds=30)
        return self

    def page(self, name):
        self.admin.click(name, role=PAGE)
        time.sleep(0.3)

    def tab(self, name):
        self.admin.click(re.compile("^" + re.escape(name)), role=re.compile("page tab"))
        time.sleep(0.3)

    def row(self, text, seconds=15):
        """Selects the row of a table that shows this text."""
        cell = self.admin.find(re.compile(re.escape(text), re.I), role=re.compile("table cell|list item|cell"), seconds=seconds)
        cell.click()
        return cell

    def shown_as(self, *names, seconds=15):
        """How the table calls somebody: by the name to whoever may read it, else by the number of the visit."""
        either = re.compile("|".join(re.escape(name) for name in names), re.I)
        return self.admin.find(either, role=re.compile("table cell|list item|cell"), seconds=seconds).name

    def press(self, name, seconds=15):
        self.admin.click(name, role=re.compile("button"), seconds=seconds)

    def may(self, name):
        """Whether this button can be pressed now."""
        return any(node.has("ENABLED") for node in self.admin.all(name, role=re.compile("button")))

    def deed(self, visitor, button, said):
        """A deed on the machine room's page, until the app says that it is done."""
        self.row(visitor)
        self.press(button)
        self.admin.wait_for(said)

    def choose_person(self, text):
        """A person in the list of a form, by the keyboard."""
        box = self.admin.find(re.compile(r" · \d+$"), role="combo box")  # a box is called what it shows
        box.click()
        item = self.admin.find(re.compile(re.escape(text)), role=re.compile("list item|menu item|table cell"))
        item.click()
        time.sleep(0.2)

    def scroll_to(self, name):
        """Turns the wheel over the case until the object stands above the bar with the decision; found anew each time, as cases are
        built again when they change."""
        display = self.admin.display
        for _ in range(60):
            node = self.admin.find(name)
            x, y, width, height = node.extents
            time.sleep(0.1)
            if width > 0 and 60 < y < display.height * 0.8 and node.extents == (x, y, width, height):
                return node
            if width > 0 and not 60 < y < display.height * 0.8:
                away = y - display.height * 0.4
                clicks = max(1, int(abs(away) / WHEEL))
                display.wheel(display.width * 0.6, display.height * 0.5, clicks if away > 0 else -clicks)
        raise Trouble(f"“{getattr(name, 'pattern', name)}” cannot be scrolled into view")

    def take_in(self, field, tag):
        """What the visitor may not carry is kept against a tag; approval waits for that."""
        def written():
            try:
                self.scroll_to(field).click()  # what stands above may still be growing, and the click go elsewhere
            except Trouble:
                return False
            self.admin.display.key("ctrl+a")
            self.admin.display.type(tag)
            time.sleep(0.2)
            return any(node.typed == tag for node in self.admin.all(field))
        wait_until("the tag to stand in its field", written, 40)
        self.admin.display.key("Return")
        self.admin.find(re.compile("^Give back "))
