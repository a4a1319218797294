# SPDX-License-Identifier: GPL-3.0-or-later
"""A site of its own in a folder: database, station keys, camera folder, badge folder, and the tool without a window."""

import json
import os
import shutil
import sqlite3
import subprocess

from .display import Trouble


class Site:
    def __init__(self, build, folder):
        self.build = os.path.abspath(build)
        self.folder = os.path.abspath(folder)
        self.camera = os.path.join(self.folder, "camera")
        self.badges = os.path.join(self.folder, "badges")
        self.database = os.path.join(self.folder, "gatehouse.db")
        self.url = "sqlite:" + self.database
        self.samples = os.path.join(self.build, "resources", "samples", "documents")
        self.make_folders()
        self.clock_environment = {}  # of the two programs, for tests that set their clock
        self.environment = {"GATEHOUSE_CONFIG": os.path.join(self.folder, "stations"), "GATEHOUSE_DB": self.url,
                            "HOME": self.folder, "XDG_CONFIG_HOME": os.path.join(self.folder, "config"),
                            "XDG_RUNTIME_DIR": self._runtime()}
        self.sign_ins = []

    def make_folders(self):
        os.makedirs(self.camera, exist_ok=True)
        os.chmod(self.folder, 0o700)
        self._runtime()

    def _runtime(self):
        folder = os.path.join(self.folder, "run")
        os.makedirs(folder, mode=0o700, exist_ok=True)
        return folder

    def program(self, name):
        for folder in ("bin", "kiosk", "admin", "admin/ctl"):
            path = os.path.join(self.build, folder, name)
            if os.path.isfile(path) and os.access(path, os.X_OK):
                return path
        raise Trouble(f"{name} is not built in {self.build}")

    def ctl(self, *arguments, password=None, expect=(0,)):
        """Runs gatehousectl with --json; returns the objects it printed."""
        command = [self.program("gatehousectl"), *arguments, "--json"]
        options = {}
        read_end = None
        if password is not None:
            read_end, write_end = os.pipe()
            os.write(write_end, (password + "\n").encode())
            os.close(write_end)
            command += ["--password-fd", str(read_end)]
            options["pass_fds"] = [read_end]
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", **self.environment)
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, **options)
        if read_end is not None:
            os.close(read_end)
        if done.returncode not in expect:
            raise Trouble(f"gatehousectl {' '.join(arguments)}: exit code {done.returncode}: {done.stderr.strip()} {done.stdout[:400]}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    def make_demo(self, weeks=0, fast=False):
        lines = self.ctl("demo", "--weeks", str(weeks), *(["--fast-keys"] if fast else []))
        self.sign_ins = [line for line in lines if "password" in line]
        with open(os.path.join(self.folder, "sign-ins.json"), "w") as file:
            json.dump(self.sign_ins, file)
        if not self.sign_ins:
            raise Trouble("the demo site has no sign-ins")

    def person(self, role):
        """Somebody with this role and as few others as there are."""
        fitting = [person for person in self.sign_ins if role in person["roles"]]
        if not fitting:
            raise Trouble(f"nobody of the demo site is {role}")
        return min(fitting, key=lambda person: len(person["roles"]))

    def rows(self, query, *values):
        """What is stored, read past the programs."""
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)
        try:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(query, values)]
        finally:
            connection.close()

    def files_with(self, text):
        """Which of the database's files hold this text in plain, in the encodings that a program could write."""
        found = []
        for name in os.listdir(self.folder):
            if name.startswith("gatehouse.db"):
                with open(os.path.join(self.folder, name), "rb") as file:
                    content = file.read()
                if any(text.encode(encoding) in content for encoding in ("utf-8", "utf-16-le")):
                    found.append(name)
        return found

    # The camera is a folder: what lies in it is before the lens.
    def hold(self, picture, name=None):
        """Holds a picture before the camera."""
        target = os.path.join(self.camera, name or os.path.basename(picture))
        part = os.path.join(self.folder, "part" + os.path.splitext(target)[1])
        shutil.copyfile(picture, part)
        os.replace(part, target)

    def take_away(self):
        for name in os.listdir(self.camera):
            os.remove(os.path.join(self.camera, name))
