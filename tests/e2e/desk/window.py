# SPDX-License-Identifier: GPL-3.0-or-later
"""A program of Gatehouse, started as a person starts it, and what assistive technology sees of its windows."""

import os
import signal
import subprocess
import time

from .display import Trouble, stop, wait_until

_atspi = None


def atspi():
    """Loaded late: it connects to the bus of the environment as it is then."""
    global _atspi
    if _atspi is None:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        Atspi.init()
        Atspi.set_timeout(3000, 8000)
        _atspi = Atspi
    return _atspi


class Node:
    """One accessible object. Everything is asked anew each time, as screens change while we look."""

    def __init__(self, accessible, program):
        self.accessible = accessible
        self.program = program

    def _ask(self, question, otherwise):
        try:
            return question()
        except Exception:  # the object went away meanwhile; GLib errors have no common class worth naming
            return otherwise

    @property
    def name(self):
        return self._ask(lambda: self.accessible.get_name(), "") or ""

    @property
    def description(self):
        return self._ask(lambda: self.accessible.get_description(), "") or ""

    @property
    def role(self):
        return self._ask(lambda: self.accessible.get_role_name(), "") or ""

    def has(self, state):
        return self._ask(lambda: self.accessible.get_state_set().contains(getattr(atspi().StateType, state)), False)

    @property
    def text(self):
        """The text typed into a field or shown by a view, or else the name."""
        def content():
            text = self.accessible.get_text_iface()
            return None if text is None else atspi().Text.get_text(text, 0, -1)
        return self._ask(content, None) or self.name

    @property
    def typed(self):
        """What stands in a field; an empty text when it is empty."""
        def content():
            text = self.accessible.get_text_iface()
            return atspi().Text.get_text(text, 0, -1)
        return self._ask(content, "") or ""

    @property
    def extents(self):
        def ask():
            box = self.accessible.get_component_iface().get_extents(atspi().CoordType.SCREEN)
            return box.x, box.y, box.width, box.height
        return self._ask(ask, (0, 0, 0, 0))

    @property
    def visible(self):
        x, y, width, height = self.extents
        return width > 0 and height > 0 and self.has("SHOWING") and self.has("VISIBLE")

    def children(self):
        count = self._ask(lambda: self.accessible.get_child_count(), 0)
        for index in range(min(count, 2000)):
            child = self._ask(lambda i=index: self.accessible.get_child_at_index(i), None)
            if child is not None:
                yield Node(child, self.program)

    def walk(self, depth=0, shown=False):
        """This object and all in it; with `shown`, past what is hidden, of which nothing can be seen (it saves most of the questions)."""
        yield self
        if depth < 60:
            for child in self.children():
                if not shown or child.has("VISIBLE"):
                    yield from child.walk(depth + 1, shown)

    def settled(self, seconds=5):
        """The middle of the object once it has stopped moving (pages slide)."""
        def still():
            first = self.extents
            time.sleep(0.07)
            return first if first == self.extents and first[2] > 0 else None
        x, y, width, height = wait_until(f"{self.role} “{self.name}” to stand still", still, seconds, 0.02)
        return x + width / 2, y + height / 2

    def click(self):
        self.program.display.click(*self.settled())

    def double_click(self):
        self.program.display.double_click(*self.settled())


def matches(value, wanted):
    if wanted is None:
        return True
    if callable(wanted):
        return wanted(value)
    if hasattr(wanted, "search"):
        return wanted.search(value) is not None
    return value.replace("&", "") == wanted


class Program:
    """One process on one display."""

    def __init__(self, path, arguments, display, environment, log):
        self.title = os.path.basename(path)
        self.path, self.arguments, self.display = path, arguments, display
        self.environment, self.log = environment, log
        self.process = None
        self.start()

    def start(self):
        environment = dict(os.environ, **self.environment, **self.display.env)
        environment.update(QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8")
        with open(self.log, "a") as log:
            self.process = subprocess.Popen([self.path, *self.arguments], env=environment, stdout=log, stderr=log)

    @property
    def running(self):
        return self.process is not None and self.process.poll() is None

    def stop(self):
        stop(self.process)

    def kill(self):
        """As a power cut does it."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def root(self):
        """Its application object on the accessibility bus, or nothing yet."""
        desktop = atspi().get_desktop(0)
        desktop.clear_cache()
        for index in range(desktop.get_child_count()):
            try:
                application = desktop.get_child_at_index(index)
                if application is not None and application.get_process_id() == self.process.pid:
                    application.set_cache_mask(atspi().Cache.NONE)
                    application.clear_cache()
                    return Node(application, self)
            except Exception:
                continue
        return None

    def all(self, name=None, role=None, shown=True, where=None):
        """Every object that fits: name and role are a text, a pattern or a function."""
        root = where or self.root()
        if root is None:
            return []
        return [node for node in root.walk(shown=shown)
                if matches(node.name, name) and matches(node.role, role) and (not shown or node.visible)]

    def find(self, name=None, role=None, seconds=15, where=None, enabled=None):
        """The first that fits, waiting for it."""
        def look():
            if not self.running:
                raise Trouble(f"{self.title} has ended (exit code {self.process.returncode}); see {self.log}")
            for node in self.all(name, role, where=where):
                if enabled is None or node.has("ENABLED") == enabled:
                    return node
            return None
        try:
            return wait_until(f"{self.title}: {describe(name, role)}", look, seconds, 0.1)
        except Trouble as trouble:
            raise Trouble(f"{trouble}; on screen: {self.summary()}") from None

    def shows(self, text):
        """Whether this text is on the screen, as a name or as content."""
        root = self.root()
        return root is not None and any(node.visible and (text in node.name or text in (node.text or "")) for node in root.walk(shown=True))

    def wait_for(self, text, seconds=15):
        try:
            wait_until(f"{self.title}: the text “{text}”", lambda: self.shows(text), seconds, 0.1)
        except Trouble as trouble:
            raise Trouble(f"{trouble}; on screen: {self.summary()}") from None

    def click(self, name=None, role=None, seconds=15, where=None):
        node = self.find(name, role, seconds, where, enabled=True)
        node.click()
        return node

    def summary(self, longest=900):
        """What a person would read now, for messages."""
        root = self.root()
        if root is None:
            return "nothing"
        seen = []
        for node in root.walk(shown=True):
            if node.name and node.visible and node.name not in seen:
                seen.append(node.name)
        return " | ".join(seen)[:longest]

    def dump(self):
        """The whole tree, for whoever writes the next step."""
        root = self.root()
        if root is None:
            return "(not on the accessibility bus)"
        lines = []

        def show(node, depth):
            mark = "" if node.visible else " (hidden)"
            lines.append(f"{'  ' * depth}{node.role}: {node.name!r} {node.extents}{mark}")
            if depth < 40:
                for child in node.children():
                    show(child, depth + 1)
        show(root, 0)
        return "\n".join(lines)


def describe(name, role):
    pattern = getattr(name, "pattern", name)
    return " ".join(str(part) for part in (role or "anything", f"“{pattern}”" if pattern else "") if part)
