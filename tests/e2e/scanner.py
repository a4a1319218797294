#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand scanner on a serial line, through the real kiosk: what it reads fills the visitor's form, also after it was unplugged
and plugged in again. The line is a pseudo-terminal."""

import os
import pty
import sys
import tty

from desk.kioskplay import SCAN
from entrance import check, run

LOOKING = "Hold your document in front of the camera."
READ = "Please compare with your document."
AGAIN = "Scan again"
LICENCE = (
    b"@\n\x1e\rANSI 636000100102DL00410278ZV03190008DLDAQX0000001\nDCSMOTORIST\nDDEN\nDACUTOPIA\nDDFN\nDADANNE\nDDGN\nDCAD\n"
    b"DCBK\nDCDPH\nDBD07042021\nDBB02291988\nDBA02282039\nDBC2\nDAU068 in\nDAYBRO\nDAG1 NOWHERE LANE\nDAIUTOPOLIS\nDAJVA\n"
    b"DAK000010000  \nDCF2424244747474786102204\nDCGUSA\nDCK123456789\nDDAF\nDDB07042021\nDDD1\rZVZVA01\r"
)
FRENCH = b"IDFRAQUELCONQUE<<<<<<<<<<<<<<<999001\r\n1805999000016ANNE<<MARIE<<<8802299F7\r\n"


class Line:
    """The scanner's end of a serial line, at a path that stays the same."""

    def __init__(self, path):
        self.path = path
        self.ends = None

    def plug_in(self):
        self.ends = pty.openpty()
        tty.setraw(self.ends[1])
        os.symlink(os.ttyname(self.ends[1]), self.path)

    def unplug(self):
        os.unlink(self.path)
        for end in self.ends:
            os.close(end)

    def send(self, payload):
        os.write(self.ends[0], payload)


def play(entrance):
    steps = entrance.steps
    line = Line(os.path.join(entrance.out, "scanner"))
    line.plug_in()
    visit = entrance.start("--scanner", f"serial:{line.path}")
    steps.begin("a visitor comes to the page that looks for a document")
    visit.choose_language()
    visit.press("Check in")
    visit.press("Meeting")
    visit.press("I have read this")
    visit.wait_heading(SCAN)
    entrance.kiosk.wait_for(LOOKING)

    steps.begin("the scanner reads a licence")
    line.send(LICENCE)
    entrance.kiosk.wait_for(READ, 20)
    steps.picture(entrance.display, "licence-scanned")
    for text in ("Driver licence", "MOTORIST", "UTOPIA ANNE", "X0000001"):
        check(visit.kiosk.shows(text), f"the form does not show {text}")

    steps.begin("the scanner is unplugged and plugged in again")
    line.unplug()
    entrance.wait_for_log("a scanner does not answer")
    line.plug_in()
    entrance.wait_for_log("a scanner is back")

    steps.begin("it reads the zone of an old French card")
    visit.press(AGAIN)
    entrance.kiosk.wait_for(LOOKING)
    line.send(FRENCH)
    entrance.kiosk.wait_for(READ, 20)
    steps.picture(entrance.display, "french-card-scanned")
    for text in ("French identity card issued until 2021", "QUELCONQUE", "ANNE MARIE", "180599900001"):
        check(visit.kiosk.shows(text), f"the form does not show {text}")

    log = entrance.log()
    for name in ("MOTORIST", "QUELCONQUE", "X0000001"):
        check(name not in log, "the log names the visitor")
    line.unplug()
    print("what a scanner on a serial line read came to the form, before and after it was unplugged")


if __name__ == "__main__":
    sys.exit(run(play, __doc__, (1080, 1920)))
