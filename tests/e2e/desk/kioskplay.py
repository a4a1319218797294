# SPDX-License-Identifier: GPL-3.0-or-later
"""A visitor at the kiosk. Which pages come is decided by the purpose, so each page is answered as it appears."""

import os
import re
import time

from .display import Trouble, wait_until

# The headings of the pages in English, as a visitor reads them.
PURPOSE = "What brings you here?"
ZONES = "Where do you need to go?"
SCAN = "Show your document"
DETAILS = ("Is this right?", "Your details")
COMPANY = "How can we reach you?"
HOST = "Whom do you visit?"
ITEMS = "What do you carry?"
PHOTO = ("May we take your photo?", "Is this photo good?")
PARTY = "Is anybody with you?"
REVIEW = "Is everything right?"
WAITING = "Thank you. A guard has your request."
DONE = "Welcome. Here is your badge."
DENIED = "We are sorry"


class Visitor:
    """What the visitor brings and answers."""

    def __init__(self, document=None, company="Northlight Cooling", phone="0100 5550", purpose="Meeting", host="Li", portrait=None):
        self.document, self.company, self.phone = document, company, phone
        self.purpose, self.host, self.portrait = purpose, host, portrait
        self.typed = {}


class KioskPlay:
    def __init__(self, kiosk, site, steps, visitor):
        self.kiosk, self.site, self.steps, self.visitor = kiosk, site, steps, visitor
        self.seen = []
        self.on_page = lambda heading: None  # tests that kill the program at a page hook in here

    # ------------------------------------------------------------ looking
    def heading(self):
        root = self.kiosk.root()
        if root is None:
            return ""
        for node in root.walk():
            if node.role == "heading" and node.name and node.visible:
                return node.name
        return ""

    def wait_heading(self, wanted, seconds=20):
        names = (wanted,) if isinstance(wanted, str) else wanted
        try:
            return wait_until("kiosk", lambda: next((name for name in names if self.heading().startswith(name)), None), seconds, 0.1)
        except Trouble:
            raise Trouble(f"kiosk: no page “{' / '.join(names)}” within {seconds:g} s; on screen: {self.kiosk.summary()}") from None

    # ------------------------------------------------------------ doing
    # What stands still at the bottom of the screen; everything else is on the page, which may be longer than the screen.
    STANDS_STILL = re.compile("^(Continue|Back|I have read this|Send to the guard|I agree|Done|Next badge|Scan again|Type it instead"
                              "|Cancel my visit|Accessibility|English|简体中文|Call the guard|Start again)$")

    def press(self, name, seconds=15):
        """Touches a button, scrolling to it where the page is longer than the screen."""
        node = self.kiosk.find(name, seconds=seconds, enabled=True)
        if not self.STANDS_STILL.match(node.name):
            self.bring_into_view(node)
        node.click()
        return node

    def bring_into_view(self, node, share=0.5):
        """Scrolls until this share of the object's height is above the buttons at the bottom."""
        display = self.kiosk.display
        bottom = display.height * 0.85
        for _ in range(60):
            node.settled()
            x, y, width, height = node.extents
            if y + height * share <= bottom:
                return
            display.wheel(display.width / 2, display.height * 0.45, 1)
        raise Trouble(f"“{node.name}” cannot be scrolled into view")

    def type(self, text):
        """Presses the keys of the on-screen keyboard; those that stand side by side in one go."""
        keys = self._keys()
        waiting = []
        for letter in text:
            name = "Space" if letter == " " else letter
            if name not in keys:
                self._press(waiting)
                waiting = []
                keys = self._bring_up(name, keys)
            waiting.append(keys[name])
            if letter.isupper():  # capitals are for one letter: the keys are other ones then
                self._press(waiting)
                waiting = []
                keys = self._keys()
        self._press(waiting)

    def _bring_up(self, name, keys):
        """Presses what brings this key up; returns the keys that are there now."""
        for _ in range(4):
            self._press([keys["Capital letters" if name.swapcase() in keys else "More signs"]])
            keys = self._changed_keys(keys)
            if name in keys:
                return keys
        raise Trouble(f"the keyboard has no key “{name}”: {' '.join(keys)}")

    def _keys(self):
        """Where the keys are, by name."""
        board = self.kiosk.find("Keyboard", seconds=5)
        found = {}
        for node in board.walk():
            if node.role in ("push button", "button") and node.name:
                x, y, width, height = node.extents
                if width > 0:
                    found[node.name] = (x + width / 2, y + height / 2)
        return found

    def _changed_keys(self, before):
        """The keys after one that brings up others; the same ones when nothing changes within two seconds."""
        end = time.monotonic() + 2
        keys = self._keys()
        while keys.keys() == before.keys() and time.monotonic() < end:
            keys = self._keys()
        return keys

    def _press(self, places):
        self.kiosk.display.clicks(places)

    def fill(self, label, text):
        """Touches a field, takes back what stands in it and types; returns when it holds the text."""
        field = self.kiosk.find(label, seconds=10)
        field.settled()
        x, y, width, height = field.extents
        self.kiosk.display.click(x + width - 12, y + height / 2)  # behind the last letter
        wait_until(f"the keyboard for “{field.name}”", lambda: self.kiosk.all("Keyboard"), 5, 0.05)
        self.kiosk.find("Space").settled()  # it slides in; keys that still move would be missed
        keys = self._keys()
        self._press([keys["Backspace"]] * len(self.kiosk.find(label).typed))
        self.type(text)
        try:
            wait_until("the text", lambda: self.kiosk.find(label).typed == text, 5)
        except Trouble:
            raise Trouble(f"“{self.kiosk.find(label).typed}” stands in the field “{field.name}” instead of “{text}”") from None

    def hide_keyboard(self):
        if not self.kiosk.all("Keyboard"):
            return
        self._press([self._keys()["Hide the keyboard"]])
        wait_until("the keyboard to go", lambda: not self.kiosk.all("Keyboard"), 5)

    # ------------------------------------------------------------ the visit
    def choose_language(self, name="English"):
        self.press(name)

    def check_in(self):
        """From the rest screen to the request that waits for the guard."""
        self.press("Check in")
        for _ in range(30):
            heading = wait_until("the next page", self._next_page, 20)
            self.seen.append(heading)
            self.on_page(heading)
            if heading == WAITING:
                return
            self.answer(heading)
        raise Trouble(f"checking in does not end; pages: {self.seen}")

    def _next_page(self):
        heading = self.heading()
        return heading if heading and heading != getattr(self, "_answered", None) else None

    def answer(self, heading):
        self._answered = heading
        self.steps.begin(f"kiosk: {heading}")
        answers = {PURPOSE: self.purpose, ZONES: self.go_on, SCAN: self.scan, COMPANY: self.company, HOST: self.host,
                   ITEMS: self.go_on, PARTY: self.go_on, REVIEW: self.review}
        if heading in answers:
            answers[heading]()
        elif heading in DETAILS:
            self.details()
        elif heading in PHOTO:
            self.photo()
        elif self.kiosk.all("I have read this"):
            self.steps.picture(self.kiosk.display, "kiosk-notice")
            self.press("I have read this")
        elif self.kiosk.all("Signature field") or self.kiosk.all(re.compile("Type my name instead")):
            self.sign()
        else:
            raise Trouble(f"a page that nobody expected: {self.kiosk.summary()}")

    def go_on(self):
        self.press("Continue")

    def purpose(self):
        self.steps.picture(self.kiosk.display, "kiosk-purpose")
        self.press(self.visitor.purpose)

    def scan(self):
        if not self.visitor.document:
            self.press("Type it instead")
            return
        self.steps.picture(self.kiosk.display, "kiosk-show-document")
        self.site.hold(self.visitor.document)
        self.kiosk.find("Scan again", seconds=20)
        time.sleep(0.4)
        self.steps.picture(self.kiosk.display, "kiosk-document-read")
        self._answered = self.heading()
        self.site.take_away()
        self.press("Continue")

    def details(self):
        for label, text in self.visitor.typed.items():
            if not self.kiosk.all(label):
                continue
            if text.startswith("choose "):
                self.press(text[7:])
            else:
                self.fill(label, text)
                self.hide_keyboard()
        self.steps.picture(self.kiosk.display, "kiosk-details")
        self.press("Continue")

    def company(self):
        if self.kiosk.all("Company"):
            self.fill("Company", self.visitor.company)
            self.steps.picture(self.kiosk.display, "kiosk-keyboard")
            self.hide_keyboard()
        self.fill("Telephone", self.visitor.phone)
        self.hide_keyboard()
        self.press("Continue")

    def host(self):
        self.fill("Name of your host", self.visitor.host)
        self.hide_keyboard()
        choice = self.kiosk.find(re.compile(self.visitor.host), role=re.compile("button"), seconds=10)
        self.host_name = choice.name
        self.steps.picture(self.kiosk.display, "kiosk-host")
        self.press(choice.name)
        self.press("Continue")

    def sign(self):
        pad = self.kiosk.find("Signature field")
        self.bring_into_view(pad, 1.0)
        x, y, width, height = pad.extents
        self.kiosk.display.drag([(x + width * (0.2 + 0.6 * i / 24), y + height * (0.5 + 0.25 * (-1) ** (i // 3))) for i in range(25)])
        self.steps.picture(self.kiosk.display, "kiosk-terms")
        self.press("I agree")

    def photo(self):
        if not self.visitor.portrait:
            self.press("Go on without a photo")
            if self.kiosk.all("Continue"):
                self.press("Continue")
            return
        self.site.hold(self.visitor.portrait)
        time.sleep(0.5)
        self.press("Take my photo")
        self.kiosk.find("Take another", seconds=15)
        self._answered = self.heading()
        self.steps.picture(self.kiosk.display, "kiosk-photo")
        self.site.take_away()
        self.press("Continue")

    def review(self):
        self.steps.picture(self.kiosk.display, "kiosk-review")
        self.press("Send to the guard")

    def visit_label(self):
        text = self.kiosk.find(re.compile(r"V-\d+")).name
        return re.search(r"V-\d+", text).group(0)

    def wait_for_badge(self, seconds=30):
        self.wait_heading(DONE, seconds)
        self.kiosk.find("Picture of your badge")

    def check_out(self, picture):
        """Back at the rest screen: shows the badge's picture to the camera."""
        self.press("Check out")
        self.wait_heading("Show your badge")
        self.steps.picture(self.kiosk.display, "kiosk-check-out")
        self.site.hold(picture, "badge.png")
        self.wait_heading("Goodbye", 20)
        self.steps.picture(self.kiosk.display, "kiosk-checked-out")
        self.site.take_away()


def newest_pdf(folder, since):
    """The PDF that the printer wrote last, after `since`."""
    if not os.path.isdir(folder):
        return None
    found = []
    for base, _, names in os.walk(folder):
        found += [os.path.join(base, name) for name in names if name.endswith(".pdf")]
    found = [path for path in found if os.path.getmtime(path) >= since and "recovery" not in path]
    return max(found, key=os.path.getmtime, default=None)
