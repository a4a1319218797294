# SPDX-License-Identifier: GPL-3.0-or-later
"""A visitor at the kiosk. Which pages come is decided by the purpose, so each page is answered as it appears."""

import contextlib
import os
import re
import time

from .display import Trouble, wait_until
from .words import Words

# The headings of the pages in English, as a visitor reads them.
PURPOSE = "What brings you here?"
ZONES = "Where do you need to go?"
SCAN = "Show your document"
DETAILS = ("Is this right?", "Your details")
COMPANY = "Your company and telephone"
TELEPHONE = "How can we reach you?"  # of who comes for no company
HOST = "Whom are you visiting?"
WORK = "What will you do there?"
ITEMS = "What are you bringing in?"
BRIEFING = "Safety in the machine room"
PHOTO = ("May we take your photo?", "Is this photo good?")
PARTY = "Is anybody with you?"
REVIEW = "Is everything right?"
WAITING = "Thank you. A guard has your request."
DONE = "Welcome. Here is your badge."
DENIED = "We are sorry"


class Visitor:
    """What the visitor brings and answers. What is typed is a text, or what pinyin makes of it: ("wangfang", "王芳")."""

    def __init__(self, document=None, company="Northlight Cooling", phone="0100 5550", purpose="Meeting", host="Li", portrait=None):
        self.document, self.company_keys, self.phone = document, company, phone
        self.purpose, self.host, self.portrait = purpose, host, portrait
        self.typed = {}
        self.unreadable = None  # a picture that is shown first, of which nothing can be read

    @property
    def company(self):
        return written(self.company_keys)


def written(keys):
    return keys if isinstance(keys, str) else keys[1]


class KioskPlay:
    def __init__(self, kiosk, site, steps, visitor, words=None):
        self.kiosk, self.site, self.steps, self.visitor = kiosk, site, steps, visitor
        self.words = words or Words()
        self.pinyin = self.words.language.startswith("zh")  # which letters the keyboard writes
        self.seen = []
        self.on_page = lambda heading: None  # tests that kill the program at a page hook in here

    # ------------------------------------------------------------ looking
    def heading(self):
        """The page's heading in English, whatever language it is shown in."""
        root = self.kiosk.root()
        if root is None:
            return ""
        for node in root.walk():
            if node.role == "heading" and node.name and node.visible:
                return self.words.source(node.name)
        return ""

    def shown(self, name):
        """Every object of this English name."""
        return self.kiosk.all(name if hasattr(name, "search") else self.words(name))

    def find(self, name, **options):
        return self.kiosk.find(name if hasattr(name, "search") else self.words(name), **options)

    def field(self, label):
        """The field of this label; what need not be filled in says so behind it."""
        caption = self.words(label)
        optional = self.words("%1 (if you like)").replace("%1", caption)
        return self.kiosk.find(lambda name: name in (caption, optional), role=re.compile("text|entry"), seconds=10)

    def wait_heading(self, wanted, seconds=20):
        names = (wanted,) if isinstance(wanted, str) else wanted
        try:
            return wait_until("kiosk", lambda: next((name for name in names if self.heading().startswith(name)), None), seconds, 0.1)
        except Trouble:
            raise Trouble(f"kiosk: no page “{' / '.join(names)}” within {seconds:g} s; on screen: {self.kiosk.summary()}") from None

    # ------------------------------------------------------------ doing
    # What stands still at the bottom of the screen; everything else is on the page, which may be longer than the screen.
    STANDS_STILL = re.compile("^(Continue|Back|I have read this|Send to the guard|I agree|Done|Next badge|Scan again|Type it instead"
                              "|Cancel my visit|Give me a number|Send the answer|Leave it to the guard|Accessibility|English|简体中文"
                              "|Call the guard|Start again)$")

    def press(self, name, seconds=15):
        """Touches a button, scrolling to it where the page is longer than the screen."""
        node = self.find(name, seconds=seconds, enabled=True)
        if not self.STANDS_STILL.match(name if isinstance(name, str) else self.words.source(node.name)):
            self.bring_into_view(node)
        try:
            node.click()
        except Trouble:
            if node.visible:
                raise
            node = self.find(name, seconds=seconds, enabled=True)  # that one was on the page that was being left
            node.click()
        return node

    def bring_into_view(self, node, share=0.5):
        """Scrolls until this share of the object's height is above the buttons at the bottom."""
        display = self.kiosk.display
        bottom = display.height * (0.85 if display.height >= 900 else 0.76)  # on small screens the buttons take a larger part
        for _ in range(60):
            node.settled()
            x, y, width, height = node.extents
            if y + height * share <= bottom:
                return
            display.wheel(x + width / 2, display.height * 0.5, 1)  # landscape pages have two columns
        raise Trouble(f"“{node.name}” cannot be scrolled into view")

    def type(self, keys):
        """Types a text, or pinyin and chooses what it shall become."""
        if isinstance(keys, str):
            if self.pinyin and re.search("[A-Za-z]", keys) and self._can_change_script():
                self._change_script()
            self.type_letters(keys)
            return
        letters, wanted = keys
        if not self.pinyin:
            self._change_script()
        self.type_letters(letters)
        board = self.find("Keyboard", seconds=5)
        self.kiosk.find(wanted, where=board, seconds=5).click()

    def _can_change_script(self):
        return "Chinese or Latin letters" in self._keys()

    def _change_script(self):
        self._press([self._keys()["Chinese or Latin letters"]])
        self.pinyin = not self.pinyin

    def type_letters(self, text):
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
            other = "Capital letters" if name.swapcase() in keys else "More signs"
            if other not in keys:
                break
            self._press([keys[other]])
            keys = self._changed_keys(keys)
            if name in keys:
                return keys
        raise Trouble(f"the keyboard has no key “{name}”: {' '.join(keys)}")

    def _keys(self):
        """Where the keys are, by name."""
        board = self.find("Keyboard", seconds=5)
        found = {}
        for node in board.walk():
            if node.role in ("push button", "button") and node.name:
                x, y, width, height = node.extents
                if width > 0:
                    found[self.words.source(node.name)] = (x + width / 2, y + height / 2)
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

    def fill(self, label, keys):
        """Touches a field, takes back what stands in it and types; returns when it holds the text."""
        field = self.field(label)
        self.bring_into_view(field, 1.0)
        field.settled()
        x, y, width, height = field.extents
        self.kiosk.display.click(x + width - 12, y + height / 2)  # behind the last letter
        wait_until(f"the keyboard for “{field.name}”", lambda: self.shown("Keyboard"), 5, 0.05)
        self._still_keyboard()
        self._press([self._keys()["Backspace"]] * len(self.field(label).typed))
        self.type(keys)
        text = written(keys)
        try:
            wait_until("the text", lambda: self.field(label).typed == text, 5)
        except Trouble:
            raise Trouble(f"“{self.field(label).typed}” stands in the field “{field.name}” instead of “{text}”") from None

    def _still_keyboard(self):
        """It slides in, and numbers have other keys than letters; keys that still move would be missed."""
        self.find("Backspace").settled()

    def hide_keyboard(self):
        if not self.shown("Keyboard"):
            return
        self._press([self._keys()["Hide the keyboard"]])
        wait_until("the keyboard to go", lambda: not self.shown("Keyboard"), 5)

    # ------------------------------------------------------------ the visit
    def choose_language(self):
        """Beside the greeting; where numbers take that room, in the list that the bar opens."""
        self.press("English")
        with contextlib.suppress(Trouble):
            languages = self.find("Language", role="dialog", seconds=1.5)
            self.kiosk.find(self.words("English"), where=languages, seconds=5).click()

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
        answers = {PURPOSE: self.purpose, ZONES: self.zones, SCAN: self.scan, COMPANY: self.company,
                   TELEPHONE: self.company, HOST: self.host,
                   WORK: self.work, BRIEFING: self.leave_briefing,
                   ITEMS: self.items, PARTY: self.party, REVIEW: self.review}
        if heading in answers:
            answers[heading]()
        elif heading in DETAILS:
            self.details()
        elif heading in PHOTO:
            self.photo()
        else:
            self.read_or_sign()

    def read_or_sign(self):
        """A notice or the terms: told apart by what is on the page once it is there. The field for the signature may be below the
        edge of the screen."""
        def kind():
            return "notice" if self.shown("I have read this") else "terms" if self.signature_fields() else None
        try:
            page = wait_until("a page that somebody expects", kind, 5)
        except Trouble:
            raise Trouble(f"a page that nobody expected: {self.kiosk.summary()}") from None
        if page == "terms":
            self.sign()
            return
        self.steps.picture(self.kiosk.display, "kiosk-notice")
        self.press("I have read this")

    def signature_fields(self):
        return self.kiosk.all(self.words("Signature field"), shown=False)

    def go_on(self, picture):
        self.steps.picture(self.kiosk.display, picture)
        self.press("Continue")

    def zones(self):
        self.go_on("kiosk-zones")

    def items(self):
        self.go_on("kiosk-items")

    def party(self):
        self.go_on("kiosk-party")

    def work(self):
        self.fill("Reason, in a few words", "fan")
        self.hide_keyboard()
        self.fill("Rack or area", "rack")
        self.hide_keyboard()
        self.press("Hand tools")
        self.steps.picture(self.kiosk.display, "kiosk-work")
        self.press("Continue")

    def leave_briefing(self):
        self.steps.picture(self.kiosk.display, "kiosk-briefing")
        self.press("Leave it to the guard")

    def purpose(self):
        self.steps.picture(self.kiosk.display, "kiosk-purpose")
        self.press(self.visitor.purpose)

    def scan(self):
        self.steps.picture(self.kiosk.display, "kiosk-show-document")
        if self.visitor.unreadable:
            self.show_unreadable()
        if not self.visitor.document:
            self.press("Type it instead")
            return
        self.site.hold(self.visitor.document)
        self.wait_until_read()
        self.steps.picture(self.kiosk.display, "kiosk-document-read")
        self._answered = self.heading()
        self.site.take_away()
        self.press("Continue")

    def show_unreadable(self):
        """Holds it there until the kiosk says that nothing can be read and names the way out."""
        self.steps.begin("kiosk: the document cannot be read")
        self.site.hold(self.visitor.unreadable)
        self.find("Nothing could be read so far. Try it again, or touch “Type it instead”.", seconds=40)
        self.steps.picture(self.kiosk.display, "kiosk-cannot-be-read")
        self.site.take_away()

    def wait_until_read(self):
        """The document's result, or what the kiosk says instead."""
        try:
            self.find("Scan again", seconds=20)
        except Trouble:
            raise Trouble(f"the kiosk reads no document in {os.path.basename(self.visitor.document)}; "
                          f"on screen: {self.kiosk.summary()}") from None

    def details(self):
        for label, text in self.visitor.typed.items():
            self.fill(label, text)
            self.hide_keyboard()
        self.steps.picture(self.kiosk.display, "kiosk-details")
        self.press("Continue")

    def company(self):
        self.field("Telephone (if you like)")  # the page is there
        if self.shown("Company"):
            self.fill("Company", self.visitor.company_keys)
            self.steps.picture(self.kiosk.display, "kiosk-keyboard")
            self.hide_keyboard()
        self.fill("Telephone (if you like)", self.visitor.phone)
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
        pad = self.signature_fields()[0]
        self.bring_into_view(pad, 0.9)
        x, y, width, height = pad.extents
        self.kiosk.display.drag([(x + width * (0.2 + 0.6 * i / 24), y + height * (0.5 + 0.25 * (-1) ** (i // 3))) for i in range(25)])
        self.steps.picture(self.kiosk.display, "kiosk-terms")
        self.press("I agree")

    def photo(self):
        if not self.visitor.portrait:
            self.press("Go on without a photo")
            if self.shown("Continue"):
                self.press("Continue")
            return
        self.site.hold(self.visitor.portrait)
        self.press("Take my photo")  # it counts down first
        self.find("Take another", seconds=15)
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
        self.find("Picture of your badge")

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
