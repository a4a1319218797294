#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One whole visit through the real windows of the kiosk and the admin app, as ./run --headless and the e2e test play it.

The kiosk has its own display, as at a real entrance, and so has the guard's desk; both programs work on one SQLite file.
Says each step; at the end, one a line, where screenshots, badge and database are. Exit code 1 and the step when one fails.
"""

import argparse
import contextlib
import os
import re
import shutil
import subprocess
import sys
import time

from desk.adminplay import AdminPlay
from desk.display import Buses, Display, Trouble, require_tools, wait_until
from desk.kioskplay import KioskPlay, Visitor, newest_pdf, written
from desk.site import Site
from desk.steps import Steps, failed
from desk.window import Program
from desk.words import Words

KIOSK_SIZE = (1080, 1920)
DESK_SIZE = (1600, 1000)
BADGES = {"card": (86, 54), "label": (62, 100)}


class Desk:
    """Both displays, the buses, the site and the two programs; everything is ended again at the end."""

    def __init__(self, build, out, quick_keys=False, kiosk_size=KIOSK_SIZE, language="en", badge="card"):
        require_tools()
        self.out = os.path.abspath(out)
        if os.path.isdir(self.out):
            shutil.rmtree(self.out)
        self.logs = os.path.join(self.out, "logs")
        os.makedirs(self.logs)
        self.steps = Steps(os.path.join(self.out, "pictures"), lambda text: print(text, flush=True))
        self.parts = []
        self.site = Site(build, os.path.join(self.out, "site"))
        self.quick_keys = quick_keys
        self.kiosk_size = kiosk_size
        self.badge = badge
        self.words = Words(language)
        self.kiosk = self.admin = None

    def open(self):
        self.steps.begin("starting two displays and their window managers", shows=False)
        self.entrance = self._keep(Display(*self.kiosk_size, self.logs))
        self.guard_desk = self._keep(Display(*DESK_SIZE, self.logs))
        self._keep(Buses(self.logs, self.entrance))
        self.steps.begin("gatehousectl demo: a site with sample staff", shows=False)
        self.site.make_demo(weeks=0, fast=self.quick_keys)
        self.start_kiosk()
        self.start_admin()

    def _keep(self, part):
        self.parts.append(part)
        return part

    def start_kiosk(self):
        self.launch_kiosk()
        self.kiosk.find(re.compile("^Check in$"), seconds=30)

    def start_admin(self):
        self.launch_admin()
        self.admin.find("Staff number", seconds=30)
        self.fill_desk()

    def launch_kiosk(self):
        self.steps.begin("starting gatehouse-kiosk", shows=False)
        self.kiosk = self._launch("gatehouse-kiosk", "kiosk", self.entrance, ["--camera", self.site.camera, "--badge", self.badge], QT_QUICK_BACKEND="software")

    def launch_admin(self):
        self.steps.begin("starting gatehouse-admin", shows=False)
        self.admin = self._launch("gatehouse-admin", "admin", self.guard_desk, [])

    def _launch(self, name, log, display, arguments, **environment):
        environment.update(self.site.environment, **self.site.clock_environment)
        return Program(self.site.program(name), ["--db", self.site.url, *arguments], display, environment,
                       os.path.join(self.logs, log + ".log"))

    def fill_desk(self):
        self.guard_desk.fill_with(self.admin.process.pid)

    def logs_with(self, text):
        """Which logs of the programs name this."""
        names = ("kiosk.log", "admin.log")
        return [name for name in names if text in open(os.path.join(self.logs, name), encoding="utf-8", errors="replace").read()]

    def picture_failure(self):
        for program in (self.kiosk, self.admin):
            if program is not None and program.running:
                with contextlib.suppress(Exception):  # what failed is to be said, not this
                    self.steps.picture(program.display, f"failed-{program.title}")

    def close(self):
        for program in (self.kiosk, self.admin):
            if program is not None:
                program.stop()
        for part in reversed(self.parts):
            part.close()


def check(condition, what):
    if not condition:
        raise Trouble(what)


def qr_pictures(pdf, folder):
    """The badge's pages as pictures, as a camera would see them."""
    stem = os.path.join(folder, "badge-page")
    subprocess.run(["pdftoppm", "-r", "300", "-png", pdf, stem], check=True)
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.startswith("badge-page"))


def on_grey(picture, target):
    """The badge held before the camera: smaller than the frame, on a desk."""
    subprocess.run(["convert", "-size", "1920x1080", "xc:#5a5c60", "(", picture, "-resize", "1100x900", ")",
                    "-gravity", "center", "-composite", target], check=True)
    return target


def page_size(pdf):
    """In whole millimetres."""
    said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    points = re.search(r"Page size:\s+([0-9.]+) x ([0-9.]+) pts", said).groups()
    return tuple(round(float(side) * 25.4 / 72) for side in points)


def find_badge(desk, since):
    def look():
        return newest_pdf(desk.out, since)
    return wait_until("the badge as a PDF file", look, 20)


def play(desk, visitor):
    steps, site = desk.steps, desk.site
    desk.open()
    began = time.time()
    guard = site.person("guard")
    entrance = KioskPlay(desk.kiosk, site, steps, visitor, desk.words)
    keeper = AdminPlay(desk.admin, steps, guard)

    steps.begin(f"admin: {guard['number']} signs in")
    keeper.sign_in()
    steps.begin(f"kiosk: {desk.words('English')}")
    steps.picture(desk.entrance, "kiosk-rest")
    entrance.choose_language()
    entrance.check_in()
    label = entrance.visit_label()
    steps.picture(desk.entrance, "kiosk-waiting")

    steps.begin(f"admin: {label} arrives")
    keeper.unlock_if_locked()
    row, seconds = keeper.wait_for_arrival(visitor.surname)
    steps.picture(desk.guard_desk, "admin-arrival")
    steps.begin(f"admin: it shows after {seconds:.1f} s; opening the case")
    keeper.open_case(row)
    for expected in visitor.guard_sees:
        desk.admin.wait_for(expected)
    steps.picture(desk.guard_desk, "admin-case-opened")
    steps.begin("admin: original seen, face matches")
    keeper.original_seen()
    steps.picture(desk.guard_desk, "admin-original-seen")
    keeper.choose_reason_if_asked()
    steps.begin("admin: approve (F9)")
    keeper.approve()

    steps.begin("kiosk: the badge")
    entrance.wait_for_badge()
    steps.picture(desk.entrance, "kiosk-badge")
    pdf = find_badge(desk, began)
    verify_badge(desk, visitor, pdf)
    on_site = wait_until("the visit to be on site",
                         lambda: site.rows("SELECT state FROM visit WHERE number = ? AND state = 'on-site'", int(label[2:])), 10)
    check(len(on_site) == 1, "the stored visit is not on site")
    entrance.press("Done")

    steps.begin("kiosk: check out by showing the badge")
    desk.kiosk.find(lambda name: desk.words.source(name) == "Check out", seconds=20)  # in whichever language it rests
    page = qr_pictures(pdf, desk.out)[0]
    entrance.choose_language()
    entrance.check_out(on_grey(page, os.path.join(desk.out, "badge-at-camera.png")))
    verify_stored(desk, visitor, label, keeper)
    steps.end()
    check(not steps.without_picture, f"no picture was kept of the steps {steps.without_picture}")
    return pdf, label


def verify_badge(desk, visitor, pdf):
    desk.steps.begin("badge: reading its QR code back from the PDF and verifying it")
    picture = qr_pictures(pdf, desk.out)[0]
    desk.steps.keep(picture, "badge")
    answer = desk.site.ctl("badge", "verify", picture)[0]
    for claim in ("genuine", "ofThisSite", "inItsTime", "authorised"):
        check(answer.get(claim) is True, f"gatehousectl badge verify says {claim}: {answer.get(claim)}")
    millimetres = page_size(pdf)
    check(millimetres == BADGES[desk.badge], f"the badge is {millimetres} mm, no {desk.badge}")
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for expected in visitor.badge_shows:
        check(expected in text, f"“{expected}” is not on the badge: {text}")


def verify_stored(desk, visitor, label, keeper):
    site, guard = desk.site, keeper.person
    desk.steps.begin("database: the row of the log, the ledger, and no personal data in plain")
    stored = wait_until("the visit to have departed",
                        lambda: site.rows("SELECT * FROM visit WHERE number = ? AND state = 'departed'", int(label[2:])), 10)
    check(len(stored) == 1, f"{label} is stored {len(stored)} times")
    check(stored[0]["left_at"] is not None, "no time of leaving is stored")
    for secret in visitor.secrets:
        files = site.files_with(secret) + desk.logs_with(secret)
        check(not files, f"“{secret}” stands in plain in {', '.join(files)}")
    keeper.find_in_log(label, visitor.surname)
    desk.steps.picture(desk.guard_desk, "admin-log")
    ledger = site.ctl("log", "verify")[0]
    check(ledger["valid"] is True, f"the ledger is not sound: {ledger}")
    found = [row for row in site.ctl("log", "search", "--as", guard["number"], visitor.surname or label, password=guard["password"])
             if row.get("number") == label]
    check(len(found) == 1, f"log search finds {label} {len(found)} times")
    check(found[0]["state"] == "departed", f"log search says {found[0]['state']}")
    for secret in visitor.guard_sees:
        check(secret.lower() in str(found[0]).lower(), f"log search does not show “{secret}”: {found[0]}")


def sample_visitor(site, document, typed=False, language="en"):
    """The invented person of the sample licence, whoever is on the document that was given, or one who types everything."""
    visitor = Visitor(document=None if typed else document or os.path.join(site.samples, "licence.png"),
                      portrait=os.path.join(site.samples, "person.png"))
    scan = site.ctl("scan", visitor.document, expect=(0, 1, 2))[0] if visitor.document else {}
    fields = scan.get("fields", {})
    if visitor.document and not names_of(fields):
        # What cannot be read is shown to the kiosk too, and then typed by hand.
        print(f"gatehousectl reads no document in {visitor.document} ({scan.get('error') or scan.get('kind', 'nothing')}): "
              "the visitor shows it and types", flush=True)
        visitor.document, visitor.unreadable = None, visitor.document
    if not visitor.document:
        chinese = language.startswith("zh")
        visitor.typed = {"Name": ("wangfang", "王芳") if chinese else "Anna Eriksson", "Document number": "X0000003",
                         "Date of birth": "1990-08-12", "Valid until": "2031-08-12"}
        fields = {"fullName": written(visitor.typed["Name"]), "documentNumber": "X0000003"}
        if chinese:
            visitor.company_keys = ("beijing", "北京")
    visitor.surname = names_of(fields)[0]
    visitor.guard_sees, visitor.badge_shows = [visitor.company], ["VISITOR", visitor.company]
    visitor.secrets = [visitor.company, visitor.phone, *names_of(fields)]
    if fields.get("documentNumber"):
        visitor.secrets.append(fields["documentNumber"])
    return visitor


def names_of(fields):
    return [fields[name] for name in ("surname", "fullName") if fields.get(name)]


def size_of(text):
    width, height = text.lower().split("x")
    return int(width), int(height)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--build", required=True, help="folder of the built programs")
    arguments.add_argument("--out", required=True, help="folder for pictures, badge, database and logs; is emptied first")
    arguments.add_argument("--id", help="picture of the document that the visitor shows")
    arguments.add_argument("--quick-keys", action="store_true", help="guard the demo's passwords cheaply (tests)")
    arguments.add_argument("--typed", action="store_true", help="the visitor has no document that can be read and types")
    arguments.add_argument("--language", default="en", choices=("en", "zh_CN"), help="language that the visitor chooses")
    arguments.add_argument("--size", type=size_of, default=KIOSK_SIZE, help="the kiosk's screen, 1080x1920 unless told")
    arguments.add_argument("--badge", default="card", choices=BADGES, help="what the kiosk prints the badge on")
    options = arguments.parse_args()
    desk = None
    try:
        desk = Desk(options.build, options.out, options.quick_keys, options.size, options.language, options.badge)
        pdf, label = play(desk, sample_visitor(desk.site, options.id, options.typed, options.language))
        print(f"\nThe whole visit {label} was played. Pictures, badge and database:")
        for path in [*desk.steps.pictures, pdf, desk.site.database]:
            print(path)
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
