#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody leaves the kiosk from a keyboard: under a window manager with its usual shortcuts and another window beside it, it stays
full screen, in front and running, whatever is pressed. In a window it says that it is a trial, and may be closed."""

import os
import re
import subprocess
import sys

from desk.display import stop, wait_until
from entrance import check, run

# Close, switch, show the desktop, menus, move, minimise, quit, reload, full screen, terminals: of openbox, GNOME, KDE and browsers.
KEYS = ["alt+F4", "alt+Tab", "alt+shift+Tab", "alt+Escape", "ctrl+q", "ctrl+w", "Escape", "F1", "F5", "F11", "F12", "ctrl+alt+t",
        "ctrl+alt+d", "ctrl+alt+Right", "ctrl+alt+Delete", "ctrl+Escape", "alt+space", "alt+F1", "alt+F2", "alt+F7", "alt+F8", "alt+F9",
        "alt+F10", "super+d", "super+e", "super+l", "super", "ctrl+shift+i", "ctrl+alt+Escape", "shift+F10", "Menu"]


def output(entrance, *command):
    return subprocess.run(command, env=dict(os.environ, **entrance.display.env), capture_output=True, text=True).stdout


def window_of(entrance):
    found = output(entrance, "xdotool", "search", "--onlyvisible", "--pid", str(entrance.kiosk.process.pid)).split()
    check(found, "the kiosk has no window")
    return found[-1]


def stands(entrance, window, after):
    """Full screen, in front, and on the same page."""
    check(entrance.kiosk.running, f"{after}: the kiosk has ended")
    geometry = output(entrance, "xdotool", "getwindowgeometry", "--shell", window)
    size = {key: int(value) for key, value in re.findall(r"(X|Y|WIDTH|HEIGHT)=(-?\d+)", geometry)}
    check(size == {"X": 0, "Y": 0, "WIDTH": entrance.display.width, "HEIGHT": entrance.display.height}, f"{after}: the window is {size}")
    state = output(entrance, "xprop", "-id", window, "_NET_WM_STATE")
    check("FULLSCREEN" in state and "HIDDEN" not in state, f"{after}: {state.strip()}")
    wait_until(f"{after}: the kiosk to have the focus",
               lambda: output(entrance, "xdotool", "getactivewindow").strip() == window, 3)
    stack = output(entrance, "xprop", "-root", "_NET_CLIENT_LIST_STACKING")
    check(stack and int(re.findall(r"0x[0-9a-f]+", stack)[-1], 16) == int(window), f"{after}: another window is in front")


def play(entrance):
    entrance.steps.begin("another window is there first")
    other = subprocess.Popen(["xev", "-geometry", "400x300+50+50"], env=dict(os.environ, **entrance.display.env),
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until("the other window", lambda: output(entrance, "xdotool", "search", "--name", "Event Tester").strip(), 10)
        keys(entrance)
    finally:
        stop(other)
    windowed(entrance)


def keys(entrance):
    entrance.steps.begin("the kiosk starts full screen")
    visit = entrance.start()
    window = window_of(entrance)
    wait_until("the focus", lambda: output(entrance, "xdotool", "getactivewindow").strip() == window, 10)
    stands(entrance, window, "at the start")
    entrance.steps.picture(entrance.display, "full-screen")
    check(not entrance.kiosk.shows("Trial in a window"), "a real kiosk says that it is a trial")
    visit.choose_language()
    visit.press("Check in")
    visit.press("Meeting")
    visit.press("I have read this")
    visit.wait_heading("Show your document")
    for key in KEYS:
        entrance.steps.begin(f"pressing {key}")
        entrance.display.key(key)
        stands(entrance, window, key)
        visit.wait_heading("Show your document", 3)
    entrance.steps.picture(entrance.display, "after-all-keys")
    entrance.kiosk.kill()


def windowed(entrance):
    entrance.steps.begin("in a window")
    entrance.start("--windowed", "--size", "900x700")
    check(entrance.kiosk.shows("Trial in a window: not for use at an entrance"), "the window does not say that it is a trial")
    entrance.steps.picture(entrance.display, "windowed")
    window = window_of(entrance)
    check("FULLSCREEN" not in output(entrance, "xprop", "-id", window, "_NET_WM_STATE"), "the window is full screen")
    entrance.display.key("alt+F4")
    wait_until("the window to close", lambda: not entrance.kiosk.running, 10)
    check(entrance.kiosk.process.returncode == 0, f"exit code {entrance.kiosk.process.returncode}")


if __name__ == "__main__":
    sys.exit(run(play, __doc__, (1920, 1080)))
