#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The camera goes away while a document is being shown to the real kiosk: the visitor is told, can go on by hand, and the kiosk
reads again by itself once the camera is back. The camera is a folder that vanishes."""

import os
import sys

from desk.kioskplay import SCAN
from entrance import check, run

LOST = "The camera does not answer at the moment. Please type instead, or wait: it comes back by itself."
LOOKING = "Hold your document in front of the camera."
READ = "read, please compare"  # beside a field; the title may ask for the other side


def play(entrance):
    steps, site = entrance.steps, entrance.site
    visit = entrance.start()
    steps.begin("a visitor comes to the page that looks for a document")
    visit.choose_language()
    visit.press("Check in")
    visit.press("Meeting")
    visit.press("I have read this")
    visit.wait_heading(SCAN)
    entrance.kiosk.wait_for(LOOKING)

    steps.begin("the camera is unplugged")
    away = site.camera + "-away"
    os.rename(site.camera, away)
    entrance.kiosk.wait_for(LOST, 10)
    steps.picture(entrance.display, "camera-lost")
    check(visit.heading() == SCAN, "the kiosk left the page")
    check(visit.kiosk.find("Type it instead", enabled=True), "typing is not offered")

    steps.begin("it is plugged in again")
    os.rename(away, site.camera)
    entrance.kiosk.wait_for(LOOKING, 10)
    site.hold(os.path.join(site.samples, "licence.png"))
    entrance.kiosk.wait_for(READ, 20)
    steps.picture(entrance.display, "camera-back")
    check(visit.kiosk.shows("ERIKSSON"), "the document was not read")

    log = entrance.log()
    check("the camera is lost" in log and "the camera is back" in log, "the log does not say what happened to the camera")
    check("ERIKSSON" not in log, "the log names the visitor")
    print("the kiosk said that the camera is gone, and read the document when it was back")


if __name__ == "__main__":
    sys.exit(run(play, __doc__, (1080, 1920)))
