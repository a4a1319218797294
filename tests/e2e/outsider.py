#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An outsider's check of the ledger, written from resources/documents/formats.md alone: nothing of Gatehouse is used.

    outsider.py DATABASE ROOT_FINGERPRINT     exit 0: every entry verifies; 1: the first that does not is named
"""
import hashlib
import json
import sqlite3
import sys

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey


class Bad(Exception):
    """What is wrong with an entry."""


class Keys:
    """Who may sign as whom, as the entries so far say."""

    def __init__(self, root_fingerprint):
        self.root_fingerprint = root_fingerprint
        self.keys = {}
        self.managers = set()
        self.activations = set()

    def check_signer(self, entry, signer):
        actor, action, details = entry["actor"], entry["action"], entry["details"]
        if action == "site.init":
            root = bytes.fromhex(details["root"])
            if entry["sequence"] != 1 or hashlib.sha256(root).hexdigest() != self.root_fingerprint:
                raise Bad("is of another root")
            self.keys["root"] = root
        elif action == "staff.activate":
            if actor not in self.activations:
                raise Bad("makes keys for somebody who was not invited")
            self.keys[actor] = bytes.fromhex(details["signKey"])
        if self.keys.get(actor) != signer:
            raise Bad(f"is not signed by its actor, {actor}")

    def learn(self, entry):
        actor, action, details = entry["actor"], entry["action"], entry["details"]
        grants = ("staff.certify", "staff.invite", "staff.code", "staff.revoke", "station.enrol", "station.revoke", "zone.define",
                  "purpose.define", "key.sealing", "site.live", "notice.publish")
        if action in grants and actor != "root" and actor not in self.managers:
            raise Bad(f"grants what {actor} had no right to grant")
        if action == "staff.certify" and actor != "root":
            raise Bad("is a certificate that only the root may write")
        if action in ("staff.certify", "staff.invite"):
            person = "staff:" + details["staff"]
            if "manager" in details["roles"]:
                self.managers.add(person)
            if "signKey" in details:
                self.keys[person] = bytes.fromhex(details["signKey"])
            else:
                self.activations.add(person)
        elif action == "staff.activate":
            self.activations.discard(actor)
        elif action == "staff.revoke":
            self.keys.pop("staff:" + details["staff"], None)
            self.managers.discard("staff:" + details["staff"])
        elif action == "station.enrol":
            self.keys["station:" + details["station"]] = bytes.fromhex(details["key"])
        elif action == "station.revoke":
            self.keys.pop("station:" + details["station"], None)


def check(rows, root_fingerprint):
    keys, previous, expected = Keys(root_fingerprint), bytes(32), 1
    for sequence, body, digest, signer, signature in rows:
        try:
            entry = json.loads(body)
            if sequence != expected or entry["sequence"] != expected:
                raise Bad(f"stands where entry {expected} belongs")
            if bytes.fromhex(entry["previous"]) != previous:
                raise Bad("does not follow the one before it")
            if hashlib.sha256(body).digest() != digest:
                raise Bad("has another hash than its bytes")
            keys.check_signer(entry, signer)
            VerifyKey(signer).verify(digest, signature)
            keys.learn(entry)
        except (BadSignatureError, KeyError, ValueError) as error:
            raise Bad(f"entry {sequence}: {type(error).__name__} {error}") from error
        except Bad as error:
            raise Bad(f"entry {sequence} {error}") from error
        previous, expected = digest, expected + 1
    return expected - 1, previous


def main():
    database, root_fingerprint = sys.argv[1:3]
    rows = sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute(
        "SELECT sequence, body, hash, signer, signature FROM ledger ORDER BY sequence")
    try:
        count, head = check(rows, root_fingerprint.lower())
    except Bad as error:
        print(error)
        return 1
    print(f"{count} entries verify; the last has the hash {head.hex()}")
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main())
