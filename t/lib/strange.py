#!/usr/bin/env python3
"""Strange resource records, to see whether the evaluator judges them as jq does.

usage: strange.py seed count [readable] <policies	policies: what qrie-eval --list -f json writes

Each record is of a type that some policy judges, and has values at the places that the policies read: of every type, spelled
with escapes, twice under one key, missing, too deep, too big, in any order, with white space; among them the tokens that
the evaluator itself uses.  Some could not be read in full, unless told "readable".  The same seed gives the same records.
"""
import json
import random
import re
import sys

WORDS = ["", "a", "b", "Enabled", "Suspended", "Allow", "Deny", "*", "s3:*", "arn:*", "arn:aws:s3:::x", "AES256", "true",
         "N/A", "terminated", "Active", "Inactive", "vol-1", "vol-2", "AKIA1", "é", "\u00fc\U0001f600", "a\"b", "a\\b", "a\nb",
         "\x7f", "\ufdd0", "\ufdd0\ufdd2\ufdd2", "\ufdd0\ufdd2", ".9902743100", "2026-01-31T00:00:00.9902743100000Z", "0.0.0.0/0",
         "10.0.0.0/8", "::aws:", "k" * 300]
TIMES = ["2026-01-31T00:00:00Z", "2026-01-31T00:00:00+00:00", "2025-11-02T00:00:00Z", "2025-11-02T00:00:01Z",
         "2025-11-01T23:59:59Z", "2025-11-02T00:00:00.000001Z", "2025-11-02T00:00:00+01:00", "2024-02-29T12:00:00Z",
         "2025-02-30T00:00:00Z", "1969-12-31T23:59:59Z", "2031-01-01T00:00:00Z", "2026-01-31", "2026-01-31T24:00:00Z",
         "2025-06-01T00:00:60Z", "2025-06-01t00:00:00z", "2025-06-01T00:00:00.Z"]
NUMBERS = ["0", "-0", "1", "2", "1.0", "1e0", "9007199254740993", "12345678901234567890", "1e400", "-1e-400", "0.1", "8", "8.0"]


# What usually stands at a key, so that rules get somewhere.
USUAL = {
    "Status": ["Enabled", "Active", "Active", "Inactive", "Suspended"], "MFADelete": ["Enabled", "Disabled"],
    "SSEAlgorithm": ["AES256", "aws:kms", ""], "Name": ["running", "terminated"],
    "VolumeId": ["vol-1", "vol-2", "vol-3", "vol-\u00e9"], "Owner": ["a", "b", "c"], "Team": ["a", "b", "c", "*"],
}
BOOLEANS = ["Encrypted", "PubliclyAccessible", "On"]


class Strange:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, p):
        return self.random.random() < p

    def space(self):
        return self.random.choice(["", "", "", " ", "\t", "  "]) if self.spaced else ""

    def string(self, text):
        out = []
        for c in text:
            if c in '"\\' or ord(c) < 0x20:
                out.append(json.dumps(c)[1:-1])
            elif self.escaped and self.chance(0.1):
                out.append(json.dumps(c)[1:-1] if ord(c) > 0x7e else "\\u%04x" % ord(c))
            else:
                out.append(c)
        return '"' + "".join(out) + '"'

    def time(self):
        if self.chance(0.4):
            return self.random.choice(TIMES)
        return "20%02d-%02d-%02dT%02d:%02d:%02d%s" % (
            self.random.choice([24, 25, 25, 25, 26]), self.random.randint(1, 12), self.random.randint(1, 31),
            self.random.randint(0, 23), self.random.randint(0, 59), self.random.randint(0, 59),
            self.random.choice(["Z", "+00:00", ".5Z"]))

    def scalar(self):
        kind = self.random.randrange(8)
        if kind == 0:
            return "null"
        if kind == 1:
            return self.random.choice(["true", "false"])
        if kind == 2:
            return self.random.choice(NUMBERS)
        if kind == 3:
            return self.string(self.time())
        if kind == 4:
            return self.string("id-%d" % self.random.randrange(10 ** 9))
        return self.string(self.random.choice(WORDS))

    def any(self, depth=0):
        kind = self.random.randrange(10)
        if depth > 3 or kind < 6:
            return self.scalar()
        if kind == 6 and self.chance(0.05):
            deep = self.random.randrange(1, 150)
            return "[" * deep + self.scalar() + "]" * deep
        if kind < 8:
            return self.array([self.any(depth + 1) for _ in range(self.random.randrange(4))])
        keys = ["Statement", "Effect", "Action", "Resource", "SerialNumber", "UserName", "x", "y"]
        return self.object([(self.random.choice(keys), self.any(depth + 1)) for _ in range(self.random.randrange(4))])

    def array(self, items):
        return "[" + self.space() + ("," + self.space()).join(items) + self.space() + "]"

    def object(self, members):
        if self.chance(0.1):
            self.random.shuffle(members)
        if members and self.chance(0.05):
            members = members + [self.random.choice(members)]
        if members and self.chance(0.05):
            members = members + [(self.random.choice(members)[0], self.any())]
        text = ["%s%s:%s%s" % (self.string(k), self.space(), self.space(), v) for k, v in members]
        return "{" + self.space() + ("," + self.space()).join(text) + self.space() + "}"

    def leaf(self, key):
        """What could stand at the end of a path to key."""
        if key in USUAL:
            return self.string(self.random.choice(USUAL[key]))
        if key in BOOLEANS:
            return self.random.choice(["true", "false"])
        if "Date" in key or "LastUsed" in key:
            return self.string(self.time())
        if "Block" in key:
            flags = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"]
            return self.object([(flag, "false" if self.chance(0.1) else "true") for flag in flags])
        if key == "Document":
            return self.document()
        if key in ("MFADevices", "PolicyUsers", "PolicyGroups", "PolicyRoles"):
            return self.array([self.object([(name, self.string("id-%d" % self.random.randrange(10 ** 6)))
                               for name in ("UserName", "GroupName", "RoleName", "SerialNumber")])
                               for _ in range(self.random.choice([0, 0, 1, 2]))])
        if key == "LoginProfile":
            return self.object([("CreateDate", self.string(self.time()))])
        if key.endswith("Id"):
            return self.string("id-%d" % self.random.randrange(10 ** 9))
        if key in ("Size", "AttachmentCount", "AccountAccessKeysPresent"):
            return self.random.choice(NUMBERS)
        return self.any()

    def value(self, tree, key=""):
        """What stands at the place of key: tree says how paths go on from here."""
        wild = 0.01 if self.tame else 0.1
        if not tree:
            return self.any() if self.chance(wild * 2) else self.leaf(key)
        if self.chance(wild):
            return self.any()
        if "[]" in tree:
            return self.array([self.value(tree["[]"], key) for _ in range(self.random.choice([0, 1, 1, 2, 3, 120 if self.big else 3]))])
        keys = [k for k in tree if not self.chance(wild)]
        members = [(k, self.value(tree[k], k)) for k in keys]
        if self.chance(0.3):
            members.insert(self.random.randrange(len(members) + 1), ("Other", self.any()))
        return self.object(members)

    def document(self):
        """A policy document, or nearly one."""
        statements = []
        for _ in range(self.random.choice([1, 1, 2])):
            members = [("Effect", self.string(self.random.choice(["Allow", "Allow", "Deny"])))]
            for key in ("Action", "Resource"):
                texts = [self.string(self.random.choice(["*", "s3:GetObject", "*:*", "arn:aws:s3:::b/*", "id-%d" %
                         self.random.randrange(10 ** 6)])) for _ in range(self.random.choice([1, 1, 2]))]
                members.append((self.random.choice(["", "", "", "Not"]) + key,
                                texts[0] if len(texts) == 1 else self.array(texts)))
            statements.append(self.object(members))
        return self.object([("Version", self.string("2012-10-17")), ("Statement", self.array(statements))])

    def record(self, number, kind, paths):
        self.tame = self.chance(0.7)
        self.spaced, self.escaped, self.big = self.chance(0.2), self.chance(0.25), self.chance(0.02)
        tree = {}
        for path in paths:
            node = tree
            for step in path:
                node = node.setdefault(step, {})
        arn = self.string("arn:aws:x::%s:%d" % (self.random.choice(["111122223333", "aws", "\\u00e9"]), number))
        members = [("Kind", '"resource"'), ("ARN", arn), ("ResourceType", self.string(kind)),
                   ("AccountId", '"111122223333"'), ("Region", '"eu-west-1"')]
        members += [(k, self.value(t, k)) for k, t in tree.items() if k not in dict(members)]
        if self.chance(0.1) and "Configuration" in tree and "readable" not in sys.argv:
            path = self.random.choice(paths)
            text = "".join("[]" if s == "[]" else "[%s]" % json.dumps(s) for s in path[:self.random.randint(1, len(path))])
            members.append(("Unreadable", json.dumps([{"Path": "." + text, "Code": "AccessDenied"}])))
        if self.chance(0.05):
            self.random.shuffle(members)
        return self.object(members)


def steps(path):
    """.a[].b and ."a b" as a list of steps."""
    return [json.loads(quoted) if quoted else name or "[]"
            for quoted, name, _ in re.findall(r'\.?\[?("(?:[^"\\]|\\.)*")\]?|\.([A-Za-z_]\w*)|(\[\d*\])', path)]


def main():
    strange = Strange(int(sys.argv[1]))
    kinds = {}
    for line in sys.stdin:
        policy = json.loads(line)
        for read in policy["Reads"] or []:
            path = steps(read if isinstance(read, str) else read["Path"])
            if path:
                types = policy["ResourceType"]
                for kind in [types] if isinstance(types, str) else types:
                    kinds.setdefault(kind, []).append(path)
    every = kinds.get("*", [])
    kinds = {kind: paths + every if kind != "*" else paths for kind, paths in kinds.items()}
    names = sorted(kinds)
    for number in range(int(sys.argv[2])):
        kind = strange.random.choice(names)
        print(strange.record(number, kind, kinds[kind]))


main()
