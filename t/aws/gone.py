#!/usr/bin/env python3
"""Answers a detail call of each collector that can see its resource gone with each of the codes for that:
no record, no complaint, and the list is still complete.

usage: REFUSE_URL=... gone.py

Prints what was answered, then what is wrong, and then exits 1.
"""
import sys

import collectors
from absent import refuse
from denied import collect


def first_call(collector, code):
    """One that is made for every resource, and to which the code does not mean "not configured"."""
    return next(call for kind, call, _ in collectors.calls(collector)
                if kind == "Detail" and "Each" not in call and code not in call.get("NotConfigured", []))


def check(name, collector, code):
    call = first_call(collector, code)
    print(f"{name}: {call['Operation']}: {code}")
    refuse([{"Service": collectors.service(collector, call), "Operation": call["Operation"], "Status": 404, "Code": code}])
    status, resources, coverage, stderr = collect(collector["ResourceType"])
    refuse([])
    if status != 0 or stderr or resources:
        yield f"{name}: {code}: exit status {status}, {len(resources)} resources, {stderr!r}"
    if [c["Status"] for c in coverage] != ["complete"]:
        yield f"{name}: {code}: coverage {coverage}"


def main():
    wrong = []
    for name in collectors.names():
        collector = collectors.load(name)
        for code in collector.get("Gone", []):
            wrong += check(name, collector, code)
    for line in wrong:
        print("wrong:", line)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
