#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of either program at chosen points of a visit: nothing acknowledged is lost, nothing is half done, and the badge can
still be had. --points names those to take, all without it."""

import argparse
import re
import subprocess
import sys
import time

from desk.adminplay import AdminPlay
from desk.display import Trouble, wait_until
from desk.kioskplay import COMPANY, HOST, REVIEW, WAITING, KioskPlay, PURPOSE
from desk.steps import failed
from play import Desk, check, find_badge, sample_visitor

BEFORE_SENDING = {1: PURPOSE, 2: COMPANY, 3: HOST, 4: REVIEW}
POINTS = {
    1: "kiosk, at the choice of the purpose",
    2: "kiosk, after the document was read",
    3: "kiosk, while the host is asked for",
    4: "kiosk, at the review before sending",
    5: "kiosk, as the request is being sent",
    6: "kiosk, while the visitor waits",
    7: "admin, with the case open",
    8: "admin, right after “original seen”",
    9: "admin, while the decision can be called back",
    10: "admin, right after it said that the visit is approved",
    11: "kiosk, as it shows the badge",
}


def wait_or_none(condition, seconds):
    try:
        return wait_until("", condition, seconds)
    except Trouble:
        return None


class Killed(Exception):
    """The play ends here on purpose."""


class KillPlay:
    def __init__(self, desk):
        self.desk, self.site, self.steps = desk, desk.site, desk.steps
        self.guard = self.site.person("guard")

    def visits(self):
        return self.site.rows("SELECT * FROM visit ORDER BY number")

    def sound(self):
        """The database holds nothing half done, whoever was killed."""
        check(self.site.rows("PRAGMA integrity_check")[0]["integrity_check"] == "ok", "the database is damaged")
        check(self.site.ctl("log", "verify")[0]["valid"] is True, "the ledger is not sound")
        # The state of a row and the entries of the ledger are written together or not at all.
        said = {"requested": "visit.request", "approved": "visit.approve", "on-site": "badge.issue", "departed": "visit.depart"}
        for visit in self.visits():
            label = f"V-{visit['number']}"
            actions = [entry["action"] for entry in self.site.rows(
                "SELECT action FROM ledger WHERE subject = ? ORDER BY sequence", "visit:" + visit["id"])]
            check(actions[:1] == ["visit.request"], f"{label} has no request in the ledger: {actions}")
            check(said.get(visit["state"], actions[-1]) in actions, f"{label} is {visit['state']}, the ledger says {actions}")
            check(visit["state"] != "requested" or not {"visit.approve", "badge.issue"} & set(actions),
                  f"{label} is requested, the ledger says {actions}")
            boxes = self.site.rows("SELECT count(*) AS n FROM sealed_blob WHERE visit = ?", visit["id"])[0]["n"]
            keys = self.site.rows("SELECT count(*) AS n FROM wrapped_key WHERE visit = ?", visit["id"])[0]["n"]
            check(visit["purpose"] == "delivery" or (boxes > 0 and keys > 0), f"{label} has {boxes} sealed fields and {keys} keys")

    def new_kiosk_play(self):
        return KioskPlay(self.desk.kiosk, self.site, self.steps, sample_visitor(self.site, None))

    def restart_kiosk(self):
        self.desk.start_kiosk()
        self.sound()

    def restart_admin(self):
        self.desk.start_admin()
        self.sound()
        keeper = AdminPlay(self.desk.admin, self.steps, self.guard)
        keeper.sign_in()
        return keeper

    def open_case(self, label):
        """The newest of the visits that wait under this visitor's name. Decided ones may still stand in the queue while they are
        open, and the arrival itself may take a moment."""
        admin = self.desk.admin

        def opened():
            waiting = [row for row in admin.all(re.compile("ERIKSSON"), role="list item") if "waiting since" in row.name]
            if not waiting:
                return False
            waiting[-1].click()
            return wait_or_none(lambda: admin.shows(label) and admin.all(re.compile("Approve"), role=re.compile("button")), 3)
        try:
            wait_until(f"the case of {label}", opened, 20, 0.2)
        except Trouble as trouble:
            raise Trouble(f"{trouble}; on screen: {admin.summary()}") from None

    def kill_before_sending(self, point):
        self.steps.begin(f"point {point}: {POINTS[point]}")
        before = len(self.visits())
        play = self.new_kiosk_play()

        def hook(heading):
            if heading == BEFORE_SENDING[point]:
                self.desk.kiosk.kill()
                raise Killed
        play.on_page = hook
        play.choose_language()
        try:
            play.check_in()
            raise Trouble(f"the page “{BEFORE_SENDING[point]}” never came")
        except Killed:
            pass
        self.site.take_away()
        check(len(self.visits()) == before, "something was stored before the visitor sent it")
        self.restart_kiosk()
        for secret in ("ERIKSSON", "Northlight"):
            check(not self.desk.kiosk.shows(secret), "the next visitor sees data of the one before")

    def kill_while_sending(self):
        self.steps.begin(f"point 5: {POINTS[5]}")
        before = len(self.visits())
        play = self.new_kiosk_play()
        play.choose_language()

        def hook(heading):
            if heading == REVIEW:
                play.press("Send to the guard")
                time.sleep(0.03)  # not a wait: the kill is to fall into the sending
                self.desk.kiosk.kill()
                raise Killed
        play.on_page = hook
        try:
            play.check_in()
        except Killed:
            pass
        stored = self.visits()[before:]
        check(len(stored) <= 1, "one sending is stored twice")
        self.restart_kiosk()

    def visit_with_kills(self, points):
        """One visit from the request to the badge, with the programs killed on its way."""
        before = len(self.visits())
        began = time.time()
        play = self.new_kiosk_play()
        play.choose_language()
        play.check_in()
        label = play.visit_label()
        number = int(label[2:])
        if 6 in points:
            self.steps.begin(f"point 6: {POINTS[6]}")
            self.desk.kiosk.kill()
            stored = self.site.rows("SELECT * FROM visit WHERE number = ?", number)
            check(len(stored) == 1 and stored[0]["state"] == "requested", f"{label} was acknowledged and is not stored")
            self.restart_kiosk()
        check(len(self.visits()) == before + 1, "the visit is stored more than once")
        keeper = AdminPlay(self.desk.admin, self.steps, self.guard)
        keeper.unlock_if_locked()
        self.open_case(label)
        if 7 in points:
            self.steps.begin(f"point 7: {POINTS[7]}")
            self.desk.admin.kill()
            keeper = self.restart_admin()
            self.open_case(label)
        keeper.original_seen()
        wait_until("“original seen” to be stored",
                   lambda: self.site.rows("SELECT 1 FROM visit WHERE number = ? AND original_seen_at IS NOT NULL", number), 10)
        if 8 in points:
            self.steps.begin(f"point 8: {POINTS[8]}")
            self.desk.admin.kill()
            keeper = self.restart_admin()
            self.open_case(label)
            check(self.site.rows("SELECT original_seen_at FROM visit WHERE number = ?", number)[0]["original_seen_at"] is not None,
                  "“original seen” was acknowledged and is lost")
        keeper.choose_reason_if_asked()
        if 9 in points:
            self.steps.begin(f"point 9: {POINTS[9]}")
            self.desk.admin.display.key("F9")
            time.sleep(1.5)  # not a wait: the kill is to fall into the five seconds
            self.desk.admin.kill()
            check(self.site.rows("SELECT state FROM visit WHERE number = ?", number)[0]["state"] == "requested",
                  "a decision was written while it could still be called back")
            keeper = self.restart_admin()
            self.open_case(label)
            keeper.choose_reason_if_asked()
        keeper.approve()
        if 10 in points:
            self.steps.begin(f"point 10: {POINTS[10]}")
            self.desk.admin.kill()
            check(self.site.rows("SELECT state FROM visit WHERE number = ?", number)[0]["state"] in ("approved", "on-site"),
                  "an acknowledged approval is lost")
            keeper = self.restart_admin()
        self.finish(label, number, began, points)

    def finish(self, label, number, began, points):
        """The badge: at the kiosk when it still waits for this visitor, else at the desk."""
        if 6 in points:
            self.steps.begin("the badge is printed at the desk, as the kiosk forgot the visitor")
            self.print_at_desk(label)
        else:
            entrance = KioskPlay(self.desk.kiosk, self.site, self.steps, None)
            entrance.wait_for_badge()
            if 11 not in points:
                entrance.press("Done")
        if 11 in points:
            self.steps.begin(f"point 11: {POINTS[11]}")
            self.desk.kiosk.kill()
            self.restart_kiosk()
        pdf = find_badge(self.desk, began)
        stem = pdf[:-4] + "-page"
        subprocess.run(["pdftoppm", "-r", "300", "-png", "-singlefile", pdf, stem], check=True)
        answer = self.site.ctl("badge", "verify", stem + ".png")[0]
        check(answer["genuine"] and answer["authorised"], f"the badge of {label} does not verify: {answer}")
        badges = self.site.rows("SELECT count(*) AS n FROM badge JOIN visit ON visit.id = badge.visit WHERE visit.number = ?", number)
        check(badges[0]["n"] == 1, f"{label} has {badges[0]['n']} badges")
        self.sound()

    def print_at_desk(self, label):
        """From the visit log, as the guard finds a visit that waits no longer: another guard may have approved it, or this program
        was started again since."""
        admin = self.desk.admin
        admin.find("Find a visitor, badge, host", role=re.compile("text|entry")).click()
        admin.display.key("ctrl+a")
        admin.display.type(label)
        admin.display.key("Return")
        admin.click(re.compile("ERIKSSON"), role="table cell", seconds=20)
        admin.click("Open the case", role=re.compile("button"))
        button = admin.find(re.compile("Print badge here"), role=re.compile("button"), seconds=20, enabled=True)
        check(admin.shows(label), f"another visit than {label} is open: {admin.summary()}")
        self.steps.picture(admin.display, "admin-approved-visit")
        button.click()


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--build", required=True)
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--points", default=",".join(str(point) for point in POINTS))
    options = arguments.parse_args()
    points = {int(point) for point in options.points.split(",")}
    desk = None
    try:
        desk = Desk(options.build, options.out, quick_keys=True)
        desk.open()
        play = KillPlay(desk)
        AdminPlay(desk.admin, desk.steps, play.guard).sign_in()
        for point in sorted(points & BEFORE_SENDING.keys()):
            play.kill_before_sending(point)
        if 5 in points:
            play.kill_while_sending()
        kiosk_dies = points & {6, 7, 8, 9, 10}
        if kiosk_dies:
            play.visit_with_kills(kiosk_dies)
        if 11 in points:
            play.visit_with_kills({11})
        print(f"killed at {len(points)} points; nothing acknowledged was lost")
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
