#!/usr/bin/env python3
"""Answers each call that can say "not configured" with each of its codes: the member must be null, nothing Unreadable.

usage: REFUSE_URL=... absent.py COLLECTOR

Prints what was answered, then what is wrong, and then exits 1.
"""
import json
import os
import sys
import urllib.request

import collectors
from denied import collect, values


def refuse(refused):
    urllib.request.urlopen(urllib.request.Request(
        os.environ["REFUSE_URL"] + "/_refuse", json.dumps(refused).encode(), method="PUT")).close()


def check(collector, call, path, code):
    service = collectors.service(collector, call)
    print(f"{call['Operation']}: {code}: {path}")
    refuse([{"Service": service, "Operation": call["Operation"], "Status": 404, "Code": code}])
    status, resources, coverage, stderr = collect(collector["ResourceType"])
    refuse([])
    if status != 0 or stderr:
        yield f"exit status {status}, {stderr!r}"
    if path is None:	# of the list
        if resources or [c["Status"] for c in coverage] != ["complete"]:
            yield f"{len(resources)} resources, coverage {coverage}"
        return
    if not resources or any(c["Status"] != "complete" for c in coverage):
        yield f"{len(resources)} resources, coverage {coverage}"
    for record in resources:
        if list(values(record, path)) != [None]:
            yield f"{record['ARN']}: {path} is {list(values(record, path))}, not null"
        if "Unreadable" in record:
            yield f"{record['ARN']}: {record['Unreadable']}"


def main():
    collector = collectors.load(sys.argv[1])
    wrong = []
    for _, call, path in collectors.calls(collector):
        for code in call.get("NotConfigured", []):
            wrong += [f"{call['Operation']}: {code}: {line}" for line in check(collector, call, path, code)]
    for line in wrong:
        print("wrong:", line)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
