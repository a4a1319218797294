#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit to the machine room through the real windows of three programs on one SQLite file: lobby kiosk, door station, admin app.

Two visitors ask, a guard and the keeper approve, an escort accepts, the three go in, the escort hands over, a visitor who comes
alone is refused, they leave, are released with a head count, get their things back, and the room is closed for the night.
./run --headless --play machine-room plays it as the e2e test does. Says each step; exit code 1 and the step when one fails.
"""

import argparse
import contextlib
import json
import os
import re
import sys
import time

from desk.display import Display, wait_until
from desk.doorplay import ADMIT, OUT, REFUSE, DoorPlay
from desk.kioskplay import Visitor
from desk.roomplay import PartyPlay, RoomPlay
from desk.steps import failed
from play import Desk, check, on_grey, qr_pictures

DOOR_SIZE = (1280, 800)
ROOM = "machine-room"


class RoomDesk(Desk):
    """The front desk and, on a third display, the station at the machine room's door."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.door, self.mark = None, 0
        self.door_camera = os.path.join(self.site.folder, "door-camera")
        os.makedirs(self.door_camera)

    def open(self):
        super().open()
        self.steps.begin("starting gatehouse-kiosk as the door station")
        self.corridor = self._keep(Display(*DOOR_SIZE, self.logs))
        self.door = self._launch("gatehouse-kiosk", "door", self.corridor,
                                 ["--station", "door", "--zone", ROOM, "--camera", self.door_camera, "--quiet"], QT_QUICK_BACKEND="software")
        self.door.find(re.compile("Leaving$"), seconds=30)

    def ledger(self, action):
        """The details of the entries with this action since the demo site was made."""
        rows = self.site.rows("SELECT subject, details FROM ledger WHERE action = ? AND sequence > ? ORDER BY sequence", action, self.mark)
        return [dict(json.loads(row["details"]), subject=row["subject"]) for row in rows]

    def remember_head(self):
        self.mark = self.site.rows("SELECT MAX(sequence) AS head FROM ledger")[0]["head"]

    def picture_door_failure(self):
        if self.door is not None and self.door.running:
            with contextlib.suppress(Exception):  # what failed is to be said, not this
                self.steps.picture(self.corridor, "failed-door")

    def close(self):
        if self.door is not None:
            self.door.stop()
        super().close()


def members(site):
    """Two invented people of one company: one with a document that is read, one whose document is typed."""
    first = Visitor(document=os.path.join(site.samples, "licence.png"), portrait=os.path.join(site.samples, "person.png"),
                    company="Nordlys Cooling", purpose="Work in the machine room")
    second = Visitor(company="Nordlys Cooling", purpose="Work in the machine room")
    second.typed = {"Name": "Ben Ashdown", "Document number": "X0000003"}
    scan = site.ctl("scan", first.document, expect=(0, 1, 2))[0]
    first.surname, second.surname = scan["fields"]["surname"], "Ashdown"
    return [first, second]


class MachineRoom:
    """The acts of the play, in their order."""

    def __init__(self, desk, people):
        self.desk, self.steps, self.people = desk, desk.steps, people
        self.kiosk = PartyPlay(desk.kiosk, desk.site, desk.steps, people, ("USB stick or disk",))
        self.admin = RoomPlay(desk.admin, desk.steps, desk.site)
        self.door = DoorPlay(desk.door, desk.door_camera, desk.steps)
        self.names = [person.surname for person in people]
        self.labels = []  # on the badges, and what those read who may not read the names
        self.badges = []

    def staff(self, number):
        person = next(person for person in self.desk.site.sign_ins if person["number"] == number)
        picture = os.path.join(self.desk.site.folder, "staff-badges", number + ".png")
        return on_grey(picture, os.path.join(self.desk.out, f"staff-{number}.png")), person["pin"]

    def inside(self, expected):
        """Who is inside, as the room's page says it."""
        self.admin.page("Machine room")
        self.desk.admin.wait_for("No visitor is inside." if expected == 0 else f"{expected} visitor{'s' if expected > 1 else ''} inside")

    def visitors(self):
        """What the room's page calls the two to whoever is signed in."""
        return [self.admin.shown_as(label, name) for label, name in zip(self.labels, self.names)]

    # ------------------------------------------------------------ the acts
    def request(self):
        self.steps.begin("kiosk: two visitors ask for work in the machine room")
        self.kiosk.choose_language()
        self.kiosk.check_in()
        self.steps.picture(self.desk.entrance, "kiosk-waiting")
        rows = self.desk.site.rows("SELECT number FROM visit ORDER BY number DESC LIMIT 2")
        self.labels = [f"V-{row['number']}" for row in reversed(rows)]

    def approve(self):
        self.steps.begin("admin: the guard sees both originals, takes a USB stick in and approves (first approval)")
        guard = self.admin.be("2001")
        for person, name in enumerate(self.names):
            row, _ = guard.wait_for_arrival(name)
            guard.open_case(row)
            guard.original_seen()
            if person == 0:
                guard.take_in(re.compile("^Tag for .*USB"), "17")
            guard.choose_reason_if_asked()
            guard.approve(re.compile("You have approved"))
        self.steps.begin("admin: the keeper approves in the machine room (second approval, another person)")
        keeper = self.admin.be("3001")
        keeper.page("Machine room")
        self.steps.picture(self.desk.guard_desk, "room-waits-for-approval")
        for visitor in self.visitors():
            keeper.deed(visitor, "Approve", f"{visitor}: approved")
        self.brief()
        approvals = self.desk.ledger("visit.approve")
        by_visit = {}
        for approval in approvals:
            by_visit.setdefault(approval["subject"], []).append(approval)
        check(sorted(len(found) for found in by_visit.values()) == [2, 2], f"not two approvals for each visitor: {by_visit}")

    def brief(self):
        """Who was not briefed at the kiosk is briefed in person."""
        for visitor in self.visitors():
            self.admin.row(visitor)
            time.sleep(0.3)
            if self.admin.may("Briefed"):
                self.admin.deed(visitor, "Briefed", f"{visitor}: briefed")

    def print_badges(self):
        self.steps.begin("kiosk: both badges")
        number = self.desk.site.rows("SELECT MAX(pickup) AS pickup FROM visit WHERE number = ? OR number = ?",
                                     *(int(label[2:]) for label in self.labels))[0]["pickup"]
        self.kiosk.pick_up(number)
        for index in range(2):
            self.kiosk.wait_for_badge()
            page = self.find_badge(index)
            self.badges.append(on_grey(page, os.path.join(self.desk.out, f"visitor-{index + 1}.png")))
            self.steps.picture(self.desk.entrance, f"kiosk-badge-{index + 1}")
            self.kiosk.press("Next badge" if index == 0 else "Done")

    def find_badge(self, index):
        def look():
            found = sorted(name for name in os.listdir(self.desk.site.badges) if name.endswith(".pdf")) if os.path.isdir(self.desk.site.badges) else []
            return os.path.join(self.desk.site.badges, found[index]) if len(found) > index else None
        pdf = wait_until(f"badge {index + 1} as a PDF file", look, 20)
        folder = os.path.join(self.desk.out, f"badge-{index + 1}")
        os.makedirs(folder, exist_ok=True)
        return qr_pictures(pdf, folder)[0]

    def too_early(self):
        self.steps.begin("door: the badges are dead until an escort has accepted")
        self.door.wait_rest()
        self.steps.picture(self.desk.corridor, "door-rest")
        self.door.hold(self.badges[0])
        said = self.door.verdict(40)
        self.steps.picture(self.desk.corridor, "door-not-accepted")
        check(said.startswith(REFUSE) and "accepted" in said, f"the door said “{said}”")
        self.door.take_away()
        self.door.close()

    def accept(self):
        self.steps.begin("admin: the escort accepts both")
        escort = self.admin.be("3002")
        escort.page("Machine room")
        for visitor in self.visitors():
            escort.deed(visitor, "Accept as escort", f"{visitor}: you are the escort")
        self.steps.picture(self.desk.guard_desk, "room-accepted")
        check(len(self.desk.ledger("escort.accept")) == 2, "not two acceptances in the ledger")

    def go_in(self):
        self.steps.begin("door: two visitors and their escort go in")
        card, pin = self.staff("3002")
        said = self.door.enter(self.badges[0], card, self.badges[1], pin=pin, name="door-admit")
        check(said.startswith(ADMIT) and "Okafor" in said, f"the door said “{said}”")
        self.door.close()
        entered = self.desk.ledger("passage.enter")
        check(len(entered) == 1 and len(entered[0]["people"]) == 3 and entered[0]["pin"], f"the passage was not written: {entered}")
        self.inside(2)
        self.steps.picture(self.desk.guard_desk, "room-inside")

    def hand_over(self):
        self.steps.begin("door: the second escort follows, with badge and PIN")
        card, pin = self.staff("3001")
        said = self.door.enter(card, pin=pin, name="door-second-escort")
        check(said.startswith(ADMIT), f"the door said “{said}”")
        self.door.close()
        self.steps.begin("admin: the escort offers both, the other one takes over")
        for visitor in self.visitors():
            self.admin.row(visitor)
            self.admin.press("Hand over…")
            self.desk.admin.find(f"Hand {visitor} over to")
            self.admin.choose_person("林晓岚")
            self.admin.press("Offer")
            self.desk.admin.wait_for(f"{visitor}: offered. You stay in charge until it is accepted.")
        self.steps.picture(self.desk.guard_desk, "room-offered")
        second = self.admin.be("3001")
        second.page("Machine room")
        for visitor in self.visitors():
            second.deed(visitor, "Accept as escort", f"{visitor}: you are the escort")
        self.steps.picture(self.desk.guard_desk, "room-handed-over")
        check(len(self.desk.ledger("escort.accept")) == 4, "the hand-over is not in the ledger")
        self.steps.begin("door: the first escort leaves; nobody is left alone")
        said = self.door.leave(self.staff("3002")[0], name="door-first-escort-leaves")
        check(said.startswith(OUT) and "without" not in said, f"the door said “{said}”")
        self.door.close()
        check(not self.desk.ledger("alarm"), f"an alarm: {self.desk.ledger('alarm')}")

    def alone(self):
        self.steps.begin("door: a visitor goes out and tries to come back alone: refused")
        said = self.door.leave(self.badges[1], name="door-visitor-leaves")
        check(said.startswith(OUT), f"the door said “{said}”")
        self.door.close()
        self.door.show(self.badges[1])
        self.steps.picture(self.desk.corridor, "door-alone-set")
        said = self.door.verdict(40)
        self.steps.picture(self.desk.corridor, "door-alone-refused")
        check(said.startswith(REFUSE) and "escort is missing" in said, f"the door said “{said}”")
        self.door.close()
        refused = self.desk.ledger("passage.refuse")[-1]
        check([finding["code"] for finding in refused["findings"]] == ["escort-missing"], f"refused for another reason: {refused}")
        self.inside(1)

    def go_out(self):
        self.steps.begin("door: the last visitor and the escort leave")
        said = self.door.leave(self.badges[0], self.staff("3001")[0], name="door-all-leave")
        check(said.startswith(OUT), f"the door said “{said}”")
        self.door.close()
        self.inside(0)

    def release(self):
        self.steps.begin("admin: the escort releases both, with the head count")
        for index, visitor in enumerate(self.visitors()):
            self.admin.row(visitor)
            self.admin.press("Release…")
            self.desk.admin.find(f"Release {visitor}", role="label")
            self.desk.admin.click(re.compile("^The work is done"), role=re.compile("check"))
            heads = self.desk.admin.find("People counted out", role=re.compile("spin"))
            heads.click()
            self.desk.guard_desk.key("ctrl+a")
            self.desk.guard_desk.type("1")
            self.steps.picture(self.desk.guard_desk, f"room-release-{index + 1}")
            self.admin.press("Release")
            self.desk.admin.wait_for(f"{visitor}: released")
        check([entry["heads"] for entry in self.desk.ledger("escort.release")] == [1, 1], "the head counts are not in the ledger")

    def give_back(self):
        self.steps.begin("admin: the guard gives the USB stick back against its tag")
        guard = self.admin.be("2001")
        guard.page("On site")
        guard.row(self.names[0])
        guard.press("Open")
        guard.scroll_to(re.compile("^Give back .*USB")).click()
        self.desk.admin.wait_for("given back")
        self.steps.picture(self.desk.guard_desk, "admin-given-back")
        taken, returned = self.desk.ledger("item.deposit"), self.desk.ledger("item.return")
        check(len(taken) == len(returned) == 1 and taken[0]["subject"] == returned[0]["subject"], f"{taken} against {returned}")

    def check_out(self):
        self.steps.begin("kiosk: both check out with their badges")
        for badge in self.badges:
            self.desk.kiosk.find("Check out", seconds=40)
            self.kiosk.choose_language()
            self.kiosk.check_out(badge)
        departed = self.desk.site.rows("SELECT number FROM visit WHERE state = 'departed' AND number IN (?, ?)",
                                       *(int(label[2:]) for label in self.labels))
        check(len(departed) == 2, f"not both have departed: {departed}")

    def points(self):
        """The points of the open round, as their buttons are called."""
        def look():
            names = [node.name for node in self.desk.admin.all(re.compile("^In order: "), role=re.compile("button"))]
            return names if names and all(names) else None
        return wait_until("the points of the round", look, 15)

    def close_room(self):
        self.steps.begin("admin: the keeper walks the closing round and signs it")
        keeper = self.admin.be("3001")
        keeper.page("Rounds and handover")
        keeper.press("Begin a round")
        self.desk.admin.find(re.compile("round: "), role="combo box").click()  # a box is called what it shows
        self.desk.admin.find("Closing round: Machine room", role="list item").click()
        time.sleep(0.3)
        keeper.press("Begin")
        self.desk.admin.find("Sign the round")
        for point in self.points():
            written = len(self.desk.ledger("round.point"))
            keeper.press(point)
            wait_until(f"“{point}” to be written", lambda: len(self.desk.ledger("round.point")) > written, 10)
        self.steps.picture(self.desk.guard_desk, "round-closing")
        keeper.press("Sign the round")
        self.desk.admin.wait_for("The round is signed.")
        self.steps.picture(self.desk.guard_desk, "round-signed")
        check(len(self.desk.ledger("round.finish")) == 1, "the round is not signed in the ledger")


def play(desk, people):
    desk.open()
    desk.remember_head()
    room = MachineRoom(desk, people)
    for act in (room.request, room.approve, room.print_badges, room.too_early, room.accept, room.go_in, room.hand_over, room.alone,
                room.go_out, room.release, room.give_back, room.check_out, room.close_room):
        act()
    desk.steps.begin("ledger: sound, and nothing personal in plain")
    ledger = desk.site.ctl("log", "verify")[0]
    check(ledger["valid"] is True, f"the ledger is not sound: {ledger}")
    for secret in ("Ashdown", people[0].surname, people[0].company, people[0].phone):
        check(not desk.site.files_with(secret), f"“{secret}” stands in plain in the database")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--build", required=True, help="folder of the built programs")
    arguments.add_argument("--out", required=True, help="folder for pictures, database and logs; is emptied first")
    arguments.add_argument("--quick-keys", action="store_true", help="guard the demo's passwords cheaply (tests)")
    options = arguments.parse_args()
    desk = None
    try:
        desk = RoomDesk(options.build, options.out, options.quick_keys)
        play(desk, members(desk.site))
        print("\nThe machine room was played. Pictures and database:")
        for path in [*desk.steps.pictures, desk.site.database]:
            print(path)
        return 0
    except Exception as error:  # whatever it is, the step is named
        if not desk:
            return failed(error)
        desk.picture_failure()
        desk.picture_door_failure()
        return failed(error, desk.steps, desk.logs)
    finally:
        if desk:
            desk.close()


if __name__ == "__main__":
    sys.exit(main())
