#!/usr/bin/env python3
"""Holds what policies read against what collectors fill.

usage: reads.py POLICIES EXCEPTIONS

Every path in a policy's Reads must lead to something that the calls of each collector of each of its types fill, by
AWS's own API models as botocore carries them, or be a member of every record.  A policy of every type ("*") must find
its paths in some type.  Where the models end, at a free-form map or at what a collector's own function makes, a line of
EXCEPTIONS must say why the path is there all the same: a type, a path (with all below it) and the reason, with tabs
between.  Names each path that no collector fills, each exception that no policy needs, and then exits 1.
"""
import json
import pathlib
import re
import sys

import collectors
import model

# qrie-records(5)
RECORD = {
    "Kind", "ARN", "ResourceType", "AccountId", "Region", "AccountService", "Source", "DescribeTime", "LastSeenAt",
    "Address", "Module", "Tags", "Unreadable", "Managed", "Actions", "Location",
    "Live", "Related", "Written",
}
STEP = re.compile(r'\.?(?:([A-Za-z_][A-Za-z0-9_]*)|\["((?:[^"\\]|\\.)*)"\]|(\[\]))')


def metadata(path):
    text = path.read_text()
    return json.JSONDecoder().raw_decode(text, re.search(r"^module\s*", text, re.M).end())[0]


def steps(path):
    """[("Volumes", False), ("", True), ("Encrypted", False)] of .Volumes[].Encrypted"""
    at, found = 0, []
    while at < len(path):
        step = STEP.match(path, at)
        if not step:
            raise model.Wrong(f"{path} is no path")
        found.append((step[1] if step[1] is not None else step[2], bool(step[3])))
        at = step.end()
    return found


class Unknown(Exception):
    """The models say nothing of what lies here."""


def follow(shape, path):
    """Raises model.Wrong where the model says that there is nothing, and Unknown where it says nothing."""
    for name, each in path:
        kind = shape.type_name
        if each:
            if kind != "list":
                raise model.Wrong(f"{shape.name} is no list")
            shape = shape.member
        elif kind == "map":
            if name not in (getattr(shape.key, "enum", None) or ()):
                raise Unknown
            shape = shape.value
        elif kind == "structure":
            if getattr(shape, "is_document_type", False):
                raise Unknown
            shape = model.step(shape, name)
        else:
            raise model.Wrong(f"{shape.name} is a {kind}, which has no {name}")


class Filled:
    """What one collector fills."""

    def __init__(self, name):
        self.name = name
        self.collector = collectors.load(name)
        self.item = model.described(self.collector, lambda why: None)
        self.made = [steps(f".{call['Each']}.{call['Into']}" if "Each" in call else f".{call['Into']}")
                     for _, call, _ in collectors.calls(self.collector) if "Apply" in call]

    def has(self, path):
        try:
            follow(self.item, path)
        except model.Wrong:
            if "Record" in self.collector or any(path[:len(made)] == made for made in self.made):
                raise Unknown from None
            raise


def by_type():
    types = {}
    for name in collectors.names():
        filled = Filled(name)
        types.setdefault(filled.collector["ResourceType"], []).append(filled)
    return types


class Exceptions:
    def __init__(self, path):
        lines = [line.split("\t") for line in path.read_text().splitlines() if line and not line.startswith("#")]
        self.reasons = {(line[0], line[1]): line[2] for line in lines}
        self.used = set()

    def allow(self, kind, path):
        for known in self.reasons:
            if known[0] == kind and path.startswith(known[1]) and path[len(known[1]):][:1] in ("", ".", "["):
                self.used.add(known)
                return True
        return False

    def unused(self):
        return sorted(set(self.reasons) - self.used)


def wrong_with(types, exceptions, kind, path):
    """Why a record of the type has nothing at the path, or None."""
    inner = steps(path)
    if inner[0][0] in RECORD or inner == [("Configuration", False)]:
        return None
    if inner[0] != ("Configuration", False):
        return "is no member of records"
    why = None
    for filled in types.get(kind, []):
        try:
            filled.has(inner[1:])
        except model.Wrong as no:
            why = f"is filled by no call of {filled.name}: {no}"
        except Unknown:
            why = f"is where the models of {filled.name} end"
    if kind not in types:
        why = "is of a type that has no collector"
    return why if why and not exceptions.allow(kind, path) else None


def check(policy, types, exceptions):
    about = metadata(policy)
    kinds = about["ResourceType"]
    paths = [read if isinstance(read, str) else read["Path"] for read in about.get("Reads", [])]
    if not paths:
        yield "has no Reads"
    for path in paths:
        if kinds == "*":
            if all(wrong_with(types, exceptions, kind, path) for kind in types):
                yield f"{path} is filled by no collector"
            continue
        for kind in [kinds] if isinstance(kinds, str) else kinds:
            why = wrong_with(types, exceptions, kind, path)
            if why:
                yield f"{kind}: {path} {why}"


def main():
    types, exceptions = by_type(), Exceptions(pathlib.Path(sys.argv[2]))
    wrong = [f"{policy.stem}: {why}" for policy in sorted(pathlib.Path(sys.argv[1]).glob("*/*.jq"))
             for why in check(policy, types, exceptions)]
    wrong += [f"{kind} {path}: no policy needs this exception" for kind, path in exceptions.unused()]
    for line in wrong:
        print(line)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
