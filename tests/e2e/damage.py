#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can happen to the database and the clock, under the two real programs: a full disk, a locked database, a clock that jumps,
and, as they start, a read-only, a damaged, a newer and another site's database. Whoever stands in front is told, the log has a
categorised line, what was acknowledged stays, and both go on by themselves once it is right again. Runs in a mount namespace of its
own, where the site lies on a small file system in memory that can be filled and made read-only."""

import argparse
import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys

from desk.adminplay import AdminPlay
from desk.display import Trouble, wait_until
from desk.kioskplay import KioskPlay
from desk.site import Site
from desk.steps import failed
from play import Desk, check

DISK = 24  # MB: the site with its files fits, and a few seconds fill it
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"
SKIPPED = 77
CALLED = "The guard is called."
NOT_CALLED = "The guard could not be called."
DELIVERY = "Delivery, not entering"
ATTENDED = "was attended to."


class Fault:
    """What a fault is called: the kiosk's heading, the admin app's sentence, and the word for it in both logs."""

    def __init__(self, kiosk, admin, word):
        self.kiosk, self.admin, self.word = kiosk, admin, word


FULL = Fault("Nothing can be saved", "The disk is full.", "full")
LOCKED = Fault("One moment, please", "The database is locked by another program.", "busy")
CLOCK = Fault("The clock is wrong", "The clock of this workstation is wrong", "clock-wrong|clock wrong")
READ_ONLY = Fault("Nothing can be saved", "The database cannot be written", "read-only")
DAMAGED = Fault("Out of order", "The database is damaged.", "damaged")
NEWER = Fault("This screen needs an update", "written by a newer version of Gatehouse", "newer-schema")
REPLACED = Fault("Out of order", "This database belongs to another site", "replaced-site|untrusted")


class DamagePlay:
    def __init__(self, desk):
        self.desk, self.site, self.steps = desk, desk.site, desk.steps
        self.keeper = AdminPlay(desk.admin, desk.steps, desk.site.person("guard"))

    def visits(self, state=None):
        return [visit for visit in self.site.rows("SELECT * FROM visit ORDER BY number") if state in (None, visit["state"])]

    # ------------------------------------------------------------ the two people
    def deliver(self, expected):
        """Two touches of somebody who brings a parcel; the heading that answers."""
        entrance = KioskPlay(self.desk.kiosk, self.site, self.steps, None)
        if entrance.heading() in expected:
            return entrance.heading()
        entrance.press("English")
        entrance.press("Check in")
        entrance.press(DELIVERY)
        heading = entrance.wait_heading(expected, 40)
        self.steps.picture(self.desk.entrance, f"kiosk-{heading}")
        if self.desk.kiosk.all("Done"):
            entrance.press("Done")
        return heading

    def attend(self, expected):
        """The guard has seen to the delivery that waits; what the window says then."""
        admin = self.desk.admin
        admin.find(lambda name: DELIVERY in name and "waiting since" in name, role="list item", seconds=20).click()
        admin.find("I have attended to it", role=re.compile("button"), enabled=True)
        admin.display.key("F9")
        admin.wait_for(expected, 40)  # written after five seconds; a locked database is waited for
        self.steps.picture(admin.display, f"admin-{expected}")

    def register(self, expected):
        """The guard registers somebody at the desk; what the form says then. What was typed stays in it until it is left."""
        admin = self.desk.admin
        admin.display.key("F2")
        dialog = admin.find("Register a visitor", role="dialog")
        admin.find("Meeting", role="combo box", where=dialog)  # it has the focus: the first letters choose
        admin.display.type("Job")
        admin.find("Job interview", role="combo box", where=dialog)
        for label, words in (("Name", "Ona Petraite"), ("Document number", "X0000042")):
            field = admin.find(label, role="text", where=dialog)
            field.click()
            admin.display.type(words)
            wait_until(f"{label} to be typed", lambda: field.typed == words, 10)  # keys as quick as a scanner's arrive late
        self.tab_to(admin.find(re.compile("privacy and recording notice was read"), role="check box", where=dialog))
        admin.display.key("space")
        admin.click("Register", role=re.compile("button"), where=dialog)
        admin.wait_for(expected, 20)
        self.steps.picture(admin.display, f"admin-{expected}")
        check(admin.find("Name", role="text", where=dialog).typed == "Ona Petraite", "what was typed is gone")
        admin.display.key("Escape")
        admin.click("Discard", role=re.compile("button"))

    def tab_to(self, node):
        """By the keyboard, which scrolls along. A key takes a moment, as it might be a scanner's."""
        for _ in range(120):
            self.desk.admin.display.key("Tab")
            with contextlib.suppress(Trouble):
                wait_until("focus", lambda: node.has("FOCUSED"), 0.5)
                return
        raise Trouble(f"“{node.name}” cannot be reached with the Tab key")

    # ------------------------------------------------------------ what holds whatever happens
    def log_lines(self, program, since):
        with open(os.path.join(self.desk.logs, program + ".log"), encoding="utf-8", errors="replace") as file:
            file.seek(since[program])
            return [line for line in file.read().splitlines() if re.search(r"gatehouse\.\w+", line)]

    def log_ends(self):
        return {name: os.path.getsize(os.path.join(self.desk.logs, name + ".log")) for name in ("kiosk", "admin")}

    def said_in_logs(self, fault, since, programs=("kiosk", "admin")):
        for program in programs:
            lines = self.log_lines(program, since)
            check(any(re.search(fault.word, line) for line in lines), f"no line of {program}.log says “{fault.word}”: {lines[-5:]}")

    def goes_on(self, before, waiting):
        """Right again: the next delivery is stored, once; the guard attends to one; the ledger is sound."""
        self.desk.kiosk.find("Check in", seconds=60)
        check(self.deliver((CALLED,)) == CALLED, "the kiosk did not go on")
        check(len(self.visits()) == before + 1, f"{len(self.visits())} visits are stored instead of {before + 1}")
        self.attend(ATTENDED)
        wait_until("the guard's act to be stored", lambda: len(self.visits("requested")) == waiting, 10)
        check(not self.desk.admin.shows("The database"), "the admin app still says that something is wrong")
        self.sound()

    def sound(self):
        check(self.site.rows("PRAGMA integrity_check")[0]["integrity_check"] == "ok", "the database is damaged")
        check(self.site.ctl("log", "verify")[0]["valid"] is True, "the ledger is not sound")

    # ------------------------------------------------------------ while both run
    def while_they_run(self):
        self.during("full disk", FULL, self.full_disk(), self.attend)
        self.during("locked database", LOCKED, self.locked(), self.attend)
        self.during("clock a day back", CLOCK, self.clock("-1d"), self.register)
        self.during("clock an hour ahead", CLOCK, self.clock("+1h"), self.register)

    def during(self, what, fault, happening, guard):
        """A fault while both work: both say so, nothing of it is half stored, and both go on."""
        self.steps.begin(f"{what}: both programs run")
        before, waiting, logs = self.visits(), len(self.visits("requested")), self.log_ends()
        with happening:
            heading = self.deliver((NOT_CALLED, fault.kiosk))
            self.steps.begin(f"{what}: the kiosk says “{heading}”")
            guard(fault.admin)
            self.steps.begin(f"{what}: the admin app says “{fault.admin} …”")
        check(self.visits() == before, "something that was refused is stored")
        self.said_in_logs(fault, logs)
        self.goes_on(len(before), waiting)
        self.steps.begin(f"{what}: both went on")

    @contextlib.contextmanager
    def full_disk(self):
        filler = os.path.join(self.site.folder, "filler")
        with open(filler, "wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"\0" * 4096)
        yield
        os.remove(filler)

    @contextlib.contextmanager
    def locked(self):
        holder = sqlite3.connect(self.site.database, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")
        holder.close()

    @contextlib.contextmanager
    def clock(self, offset):
        set_clock(self.desk, offset)
        yield
        set_clock(self.desk, "+0")

    # ------------------------------------------------------------ as they start
    def as_they_start(self):
        self.at_start("read-only", READ_ONLY, self.read_only(), mends=True)
        self.at_start("damaged", DAMAGED, self.replaced(self.damage), mends=False)
        self.at_start("newer", NEWER, self.replaced(self.of_a_newer_version), mends=False)
        self.at_start("another site", REPLACED, self.replaced(self.of_another_site), mends=False)

    def at_start(self, what, fault, happening, mends):
        """A fault that is there as the programs start: nobody gets in, and both say why. `mends`: it can still be read, so the admin
        app says so when somebody signs in, and both go on without being started again."""
        self.steps.begin(f"{what}: both programs start")
        before, waiting, logs = self.visits(), len(self.visits("requested")), self.log_ends()
        self.stop()
        with happening:
            self.start()
            self.desk.kiosk.wait_for(fault.kiosk, 30)
            if mends:
                self.try_to_sign_in()
            self.desk.admin.wait_for(fault.admin, 30)
            self.desk.fill_desk()
            self.steps.picture(self.desk.entrance, f"kiosk-{what}")
            self.steps.picture(self.desk.guard_desk, f"admin-{what}")
            if not mends:
                self.stop()
        self.said_in_logs(fault, logs)
        if not mends:
            self.start()
        self.desk.kiosk.find("Check in", seconds=40)
        self.keeper = AdminPlay(self.desk.admin, self.steps, self.keeper.person)
        self.keeper.sign_in()
        check(self.visits() == before, "what was acknowledged is lost")
        self.goes_on(len(before), waiting)

    def try_to_sign_in(self):
        admin, person = self.desk.admin, self.keeper.person
        admin.find("Staff number", role=re.compile("text|entry"), seconds=30).click()
        admin.display.type(person["number"])
        admin.find("Password", role=re.compile("text|entry")).click()
        admin.display.type(person["password"])
        admin.display.key("Return")

    def start(self):
        self.desk.launch_kiosk()
        self.desk.launch_admin()

    def stop(self):
        self.desk.kiosk.stop()
        self.desk.admin.stop()

    @contextlib.contextmanager
    def read_only(self):
        subprocess.run(["mount", "-o", "remount,ro", self.site.folder], check=True)
        yield
        subprocess.run(["mount", "-o", "remount,rw", self.site.folder], check=True)

    @contextlib.contextmanager
    def replaced(self, spoil):
        """The database with another content for a while; the right one is put back as from a backup."""
        connection = sqlite3.connect(self.site.database)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        kept = os.path.join(self.desk.out, "kept.db")
        shutil.copyfile(self.site.database, kept)
        spoil(self.site.database)
        yield
        for ending in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.remove(self.site.database + ending)
        shutil.copyfile(kept, self.site.database)

    @staticmethod
    def damage(path):
        with open(path, "r+b") as file:
            file.write(b"x" * 8192)

    @staticmethod
    def of_a_newer_version(path):
        connection = sqlite3.connect(path)
        connection.execute("INSERT INTO schema_version (version) VALUES (9999)")
        connection.commit()
        connection.close()

    def of_another_site(self, path):
        other = Site(self.site.build, os.path.join(self.desk.out, "other-site"))
        other.make_demo(fast=True)
        connection = sqlite3.connect(other.database)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        shutil.copyfile(other.database, path)


def set_clock(desk, offset):
    part = desk.shift + ".part"
    with open(part, "w") as file:
        file.write(offset + "\n")
    os.replace(part, desk.shift)


def in_own_namespace():
    """Starts again where a file system can be mounted that nobody else sees."""
    if os.environ.get("GATEHOUSE_OWN_MOUNTS"):
        return
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    if subprocess.run([*unshare, "true"], capture_output=True).returncode != 0:
        print("no mount namespaces here: skipped")
        sys.exit(SKIPPED)
    os.environ["GATEHOUSE_OWN_MOUNTS"] = "1"
    os.execvp("unshare", [*unshare, sys.executable, *sys.argv])


def prepare(desk):
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}m,mode=700", "tmpfs", desk.site.folder], check=True)
    desk.site.make_folders()
    check(os.path.exists(FAKETIME), f"{FAKETIME} is missing (package libfaketime)")
    desk.shift = os.path.join(desk.out, "clock-shift")
    set_clock(desk, "+0")
    desk.site.clock_environment = {"LD_PRELOAD": FAKETIME, "FAKETIME_TIMESTAMP_FILE": desk.shift, "FAKETIME_NO_CACHE": "1",
                                   "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--build", required=True)
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--part", default="all", choices=("running", "starting", "all"), help="when the faults happen")
    options = arguments.parse_args()
    in_own_namespace()
    desk = None
    try:
        desk = Desk(options.build, options.out, quick_keys=True)
        prepare(desk)
        desk.open()
        play = DamagePlay(desk)
        play.keeper.sign_in()
        check(play.deliver((CALLED,)) == CALLED, "a delivery is not stored")
        if options.part in ("running", "all"):
            play.while_they_run()
        if options.part in ("starting", "all"):
            play.as_they_start()
        print("both programs said what is wrong each time, lost nothing and went on")
        return 0
    except Exception as error:  # whatever it is, the step is named
        if not desk:
            return failed(error)
        desk.picture_failure()
        return failed(error, desk.steps, desk.logs)
    finally:
        if desk:
            desk.close()


if __name__ == "__main__":
    sys.exit(main())
