#!/usr/bin/env python3
"""Holds the records of qrie-collect against what the AWS CLI prints for the same account.

usage: AWS_ENDPOINT_URL=... compare.py RESOURCES REGION ...

RESOURCES is a file of records.  What is expected is written down call by call in compared/, not read from the collectors.
The types are those of the collectors in QRIE_SHARE.
Names each difference, and each resource that only one of the two knows, and then exits 1.
"""
import datetime
import json
import sys

import collectors
import compared
from cli import aws
from differences import differences

# These move while the emulator runs, or because we ask: they must be times, and near each other.
MOVING = {
    "LatestRestorableTime", "LatestRestorableDateTime", "EarliestRestorableDateTime", "LastUsedDate", "user_creation_time",
    "LatestDeliveryTime", "LatestDeliveryAttemptTime",
}


def moves(path, one, other):
    if path.rpartition(".")[2] not in MOVING:
        return False
    try:
        times = [datetime.datetime.fromisoformat(text.replace("Z", "+00:00")) for text in (one, other)]
        return abs(times[0] - times[1]) < datetime.timedelta(minutes=10)
    except (AttributeError, TypeError, ValueError):
        return False


def compare(kind, records, account, regions):
    types = compared.types()
    got = {record["ARN"]: record for record in records if record["ResourceType"] == kind}
    for arn, region, configuration in types[kind](account, regions):
        record = got.pop(arn, None)
        if record is None:
            yield f"{kind} {arn}: no record"
            continue
        if record["Region"] != region:
            yield f"{arn}: expected Region {region}, got {record['Region']}"
        yield from (f"{arn}: {line}" for line in differences(configuration, record["Configuration"], alike=moves))
    yield from (f"{kind} {arn}: the CLI knows it not" for arn in got)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        records = [record for record in map(json.loads, file) if record["Kind"] == "resource"]
    account = aws("sts get-caller-identity")["Account"]
    kinds = {record["ResourceType"] for record in records}
    asked = {collectors.load(name)["ResourceType"] for name in collectors.names()}
    known = compared.types().keys()
    wrong = [f"{kind}: no record" for kind in asked - kinds] + [f"{kind}: not compared" for kind in kinds - known]
    for kind in sorted(kinds & known):
        wrong += compare(kind, records, account, sys.argv[2:])
    for line in wrong:
        print(line)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
