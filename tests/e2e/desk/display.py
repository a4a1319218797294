# SPDX-License-Identifier: GPL-3.0-or-later
"""Displays without a screen, each with a window manager, and the buses that the programs and we meet on."""

import os
import shutil
import signal
import subprocess
import sys
import time


class Trouble(Exception):
    """A step that could not be done; the message says which and what was there instead."""


# How much longer than on a machine of its own to wait for anything: for machines that are busy with other things.
PATIENCE = float(os.environ.get("GATEHOUSE_PATIENCE", "1"))


def wait_until(what, condition, seconds=15.0, pause=0.05):
    """Polls until condition() is true and returns its value."""
    seconds *= PATIENCE
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Trouble(f"{what}: not within {seconds:g} s")
        time.sleep(pause)


def stop(process, seconds=5):
    """Asks a process that we started to end, and ends it."""
    if process is None or process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Display:
    """One X display with a window manager: a screen of the front desk, with its own pointer and keyboard."""

    def __init__(self, width, height, log_folder):
        self.width, self.height = width, height
        self.log_folder = log_folder
        self.processes = []
        read_end, write_end = os.pipe()
        # Without -noreset the server begins anew when its last client goes: a look at it may then drop the window manager that is
        # just coming.
        self._start("xvfb", ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-dpi", "96",
                             "-nolisten", "tcp", "-noreset"], pass_fds=[write_end])
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        if not number:
            raise Trouble("Xvfb did not start")
        self.name = ":" + number
        self.env = {"DISPLAY": self.name}
        self._start("openbox", ["openbox", "--sm-disable"])
        try:
            wait_until("window manager", lambda: "window id" in self._output(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]))
        except Trouble:
            self.close()
            raise

    def _start(self, name, command, **options):
        log = open(os.path.join(self.log_folder, f"{name}-{len(self.processes)}-{self.width}.log"), "w")
        environment = dict(os.environ, **getattr(self, "env", {}))
        self.processes.append(subprocess.Popen(command, stdout=log, stderr=log, env=environment, **options))

    def _output(self, command):
        return subprocess.run(command, env=dict(os.environ, **self.env), capture_output=True, text=True).stdout

    def _do(self, command):
        done = subprocess.run(command, env=dict(os.environ, **self.env), capture_output=True, text=True)
        if done.returncode != 0:
            raise Trouble(f"{' '.join(command)}: {done.stderr.strip()}")

    def click(self, x, y):
        self._do(["xdotool", "mousemove", str(int(x)), str(int(y)), "click", "1"])

    def clicks(self, points, pause=0.06):
        """Several clicks, as fast as a person types."""
        command = ["xdotool"]
        for x, y in points:
            command += ["mousemove", str(int(x)), str(int(y)), "click", "1", "sleep", str(pause)]
        if points:
            self._do(command)

    def double_click(self, x, y):
        self._do(["xdotool", "mousemove", str(int(x)), str(int(y)), "click", "--repeat", "2", "--delay", "60", "1"])

    def drag(self, points, pause=0.012):
        """A stroke of the finger."""
        x, y = points[0]
        self._do(["xdotool", "mousemove", str(int(x)), str(int(y)), "mousedown", "1"])
        for x, y in points[1:]:
            self._do(["xdotool", "mousemove", str(int(x)), str(int(y))])
            time.sleep(pause)
        self._do(["xdotool", "mouseup", "1"])

    def wheel(self, x, y, clicks):
        """Scrolls: down where clicks is positive."""
        button = "5" if clicks > 0 else "4"
        self._do(["xdotool", "mousemove", str(int(x)), str(int(y)), "click", "--repeat", str(abs(clicks)), "--delay", "25", button])

    def key(self, *names):
        self._do(["xdotool", "key", "--clearmodifiers", "--delay", "30", *names])

    def type(self, text):
        """Keys of a real keyboard."""
        self._do(["xdotool", "type", "--delay", "15", "--", text])

    def fill_with(self, pid):
        """Makes a program's window as large as the display, as a person does with the main window."""
        found = self._output(["xdotool", "search", "--onlyvisible", "--pid", str(pid)]).split()
        for window in found[-1:]:
            self._do(["xdotool", "windowmove", window, "0", "0", "windowsize", "--sync", window, str(self.width), str(self.height - 24)])

    def screenshot(self, path):
        self._do(["import", "-silent", "-window", "root", path])

    def close(self):
        for process in reversed(self.processes):
            stop(process)


class Buses:
    """A session bus of our own with the accessibility bus on it, so that nothing of the machine's own session is touched."""

    def __init__(self, log_folder, display):
        log = open(os.path.join(log_folder, "buses.log"), "w")
        self.bus = subprocess.Popen(["dbus-daemon", "--session", "--print-address=1", "--nofork", "--nopidfile"],
                                    stdout=subprocess.PIPE, stderr=log, text=True)
        address = self.bus.stdout.readline().strip()
        if not address:
            raise Trouble("dbus-daemon did not start")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        os.environ["DISPLAY"] = display.name
        os.environ.pop("WAYLAND_DISPLAY", None)
        launcher = next((path for path in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
                         if os.path.exists(path)), None)
        if launcher is None:
            raise Trouble("at-spi-bus-launcher is missing (package at-spi2-core)")
        # Before any program starts: one that looks for the bus and finds none never looks again.
        self.launcher = subprocess.Popen([launcher, "--launch-immediately"], stdout=log, stderr=log)
        wait_until("accessibility bus", self._is_up)

    @staticmethod
    def _is_up():
        done = subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
                               "org.a11y.Bus.GetAddress"], capture_output=True, text=True)
        return done.returncode == 0

    def close(self):
        stop(self.launcher)
        stop(self.bus)


def require_tools():
    """Names what is missing before anything starts; asked to end from now on, a test cleans up first."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    missing = [tool for tool in ("Xvfb", "openbox", "xdotool", "xprop", "import", "dbus-daemon", "dbus-send", "sqlite3", "pdftoppm")
               if shutil.which(tool) is None]
    if missing:
        raise Trouble("missing programs: " + ", ".join(missing) + " (./check installs their packages)")
