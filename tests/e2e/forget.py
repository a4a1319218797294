#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visitor typed is gone from the kiosk's memory after the idle wipe: every readable byte of the real program is looked
through, as a core image would hold it. Before the wipe the same search finds it, else it would prove nothing. Nor does any file
hold it: the database, the settings of the keyboard, the logs."""

import os
import pathlib
import sys

from desk.kioskplay import COMPANY, DETAILS
from entrance import check, run

NAME, NUMBER, COMPANY_NAME, PHONE = "Quixotry Vanterpool", "ZQ7700419", "Brackwater Ropeworks", "0100 5550 199"
IDLE = 60 + 30 + 20  # seconds: the question, the countdown, and time to look


def memory(pid):
    """The contents of every mapping that can be read."""
    with open(f"/proc/{pid}/maps", encoding="ascii", errors="replace") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as mem:
        for line in maps:
            place, rights, *_ = line.split()
            if "r" not in rights or line.rstrip().endswith(("[vvar]", "[vsyscall]")):
                continue
            begin, end = (int(part, 16) for part in place.split("-"))
            try:
                mem.seek(begin)
                yield line.strip(), mem.read(end - begin)
            except OSError:
                continue


def copies(pid, text):
    """How often a text stands in memory, in each encoding that a program could hold it in, and where."""
    return copies_in(memory(pid), text)


def copies_in(contents, text):
    found = []
    for where, content in contents:
        for encoding in ("utf-8", "utf-16-le", "utf-32-le"):
            count = content.count(text.encode(encoding))
            if count:
                found.append(f"{count} × {encoding} in {where}")
    return found


def files(*folders):
    for folder in folders:
        for path in pathlib.Path(folder).rglob("*"):
            if path.is_file():
                yield path, path.read_bytes()


def play(entrance):
    steps = entrance.steps
    steps.begin("a visitor types name, number, company and telephone, and walks away")
    visit = entrance.start()
    visit.choose_language()
    visit.press("Check in")
    visit.press("Meeting")
    visit.press("I have read this")
    visit.wait_heading("Show your document")
    visit.press("Type it instead")
    visit.wait_heading(DETAILS)
    for label, text in (("Name", NAME), ("Document number", NUMBER)):
        visit.fill(label, text)
        visit.hide_keyboard()
    visit.press("Continue")
    visit.wait_heading(COMPANY)
    for label, text in (("Company", COMPANY_NAME), ("Telephone (if you like)", PHONE)):
        visit.fill(label, text)
        visit.hide_keyboard()
    pid = entrance.kiosk.process.pid
    # Whole, and what is long enough to be known by.
    secrets = [NAME, NUMBER, COMPANY_NAME, PHONE, NAME[:7], NUMBER[:7], COMPANY_NAME[:9], PHONE[:11]]
    for secret in secrets[:4]:
        check(copies(pid, secret), f"“{secret}” is not found while it stands on the screen: the search proves nothing")
    steps.begin("the idle time passes")
    entrance.kiosk.find("Check in", seconds=IDLE)
    steps.picture(entrance.display, "after-the-wipe")
    steps.begin("looking through the memory")
    left = [f"“{secret}”: {', '.join(places)}" for secret in secrets if (places := copies(pid, secret))]
    check(not left, "in memory after the wipe:\n" + "\n".join(left))
    for secret in secrets[:4]:
        places = copies_in(files(entrance.site.folder, entrance.logs), secret)
        check(not places, f"“{secret}”: {', '.join(places)}")
    check(not list(files(os.path.join(entrance.site.environment["XDG_CONFIG_HOME"], "qtvirtualkeyboard"))), "the keyboard keeps words")


def main():
    if os.geteuid() != 0:
        print("only root may look into the kiosk's memory")
        return 77
    return run(play, __doc__, (1080, 1920))


if __name__ == "__main__":
    sys.exit(main())
