#!/usr/bin/env python3
"""Holds qrie-collect against the made-up AWS (synthetic.py), over every collector or those named.

usage: AWS_ENDPOINT_URL=... hold.py same|denied|absent|gone [COLLECTOR ...]

same    Each listing comes in pages of one or two: all resources arrive, none twice, no token is lost or asked for twice;
        and each record is what boto3 and the AWS CLI make of the same calls (walk.py).
denied  Each call is denied, and each later page of those that are paged: what is lost is named, and no policy that reads
        it passes.
absent  Each call is answered with each of its codes for "not configured": null.
gone    Each code for "gone" is answered to a call that can see it: no record.
Prints a line for each type, or call, that was held, then what is wrong, and then exits 1.
"""
import hmac
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

import collectors
import walk
import wire
from differences import differences

ACCOUNT, REGION = "111122223333", "us-east-1"


def control(wanted=None):
    """Sets what is refused and which words there are, or asks what was asked for."""
    body = None if wanted is None else json.dumps(wanted).encode()
    request = urllib.request.Request(os.environ["AWS_ENDPOINT_URL"] + "/_synthetic", body,
                                     method="GET" if body is None else "PUT")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def words():
    """Values that decide what is asked: those that collectors wait for, or make a call only with, and another."""
    made = {}
    for name in collectors.names():
        collector = collectors.load(name)
        for _, call, _ in collectors.calls(collector):
            if "Before" in call:
                one = made.setdefault(call["Before"].get("Service", collectors.service(collector, call)), {})
                one |= {member: [value] for member, value in call["Before"]["Until"].items()}
            for path, values in call.get("When", {}).items():
                one = made.setdefault(collectors.service(collector, collector.get("Parents", {})), {})
                known = [{"$Account": ACCOUNT, "$Region": REGION, "$Partition": "aws"}.get(v, v) for v in values]
                one[walk.steps(path)[-1]] = [v for v in known if isinstance(v, str)] + ["other"]
    return made


def batches():
    """Which calls are about several resources, by service and operation."""
    return {f"{wire.canonical(collectors.service(collectors.load(name), call))} {call['Operation']}": call
            for name in collectors.names() for kind, call, _ in collectors.calls(collectors.load(name)) if kind == "Batch"}


def ready(refused=()):
    control({"Refuse": list(refused), "Words": words(), "Batches": batches()})


class Run:
    """A run of qrie-collect over collectors, and what it wrote, by type."""

    def __init__(self, names, refused=(), options=()):
        ready(refused)
        self.loaded = {name: collectors.load(name) for name in names}
        run = subprocess.run(["qrie-collect", "-r", REGION, "-t", ",".join(names), *options],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.status, self.stderr, self.output = run.returncode, run.stderr.decode(), run.stdout
        if run.returncode not in (0, 2):
            raise SystemExit(f"qrie-collect ended with {run.returncode}: {self.stderr}")
        self.records = [json.loads(line) for line in run.stdout.splitlines()]
        self.asked = control()

    def of(self, name, kind="resource"):
        """The records of a collector: one type may have a regional and a global list."""
        where = {"global": {"global"}, "regional": {REGION}}.get(self.loaded[name]["Scope"])
        return [r for r in self.records if r["Kind"] == kind and r["ResourceType"] == self.loaded[name]["ResourceType"]
                and (where is None or r["Region"] in where)]

    def coverage(self, name):
        return self.of(name, "coverage")


def hidden(place, secret):
    """What stands in place of a secret, by the key in QRIE_REDACT_KEY: qrie-collect(1), Secrets."""
    file = os.environ.get("QRIE_REDACT_KEY")
    if not file:
        return "(redacted)"
    key = pathlib.Path(file).read_bytes().rstrip()
    number, mac = (hmac.new(key, text.encode(), "sha256").hexdigest()
                   for text in ("qrie redact-key id\0", f"{place}\0{secret}"))
    return f"(redacted hmac-sha256:{number[:8]}/{mac[:16]})"


def tag_map(name, configuration):
    """The tags where the collector says that they lie, as one map."""
    place = collectors.load(name).get("Tags", ".Tags")
    tags = walk.one(configuration, place) if place else None
    if isinstance(tags, dict):
        return tags
    def first(tag, names, otherwise):
        return next((tag[name] for name in names if name in tag), otherwise)

    return {first(tag, ("Key", "TagKey", "key"), "?"): first(tag, ("Value", "TagValue", "value"), "")
            for tag in tags or []}


def same_type(run, name):
    expected = walk.Walk(name, ACCOUNT, collectors.load(name).get("Home", REGION)).resources(hidden)
    got = {record["ARN"]: record for record in run.of(name)}
    if not expected:
        yield "there is no resource to hold it by"
    if len(got) != len(run.of(name)):
        yield "an ARN is there twice"
    if [(c["Status"], c["Resources"]) for c in run.coverage(name)] != [("complete", len(expected))]:
        yield f"coverage of {len(expected)} resources: {run.coverage(name)}"
    for arn in sorted(expected.keys() - got.keys()):
        yield f"{arn}: no record"
    for arn in sorted(got.keys() - expected.keys()):
        yield f"{arn}: boto3 knows it not"
    for arn in sorted(expected.keys() & got.keys()):
        region, configuration = expected[arn]
        if (got[arn]["Region"], got[arn].get("Unreadable")) != (region, None):
            yield f"{arn}: region {got[arn]['Region']}, not {region}, or Unreadable: {got[arn].get('Unreadable')}"
        yield from (f"{arn}: {line}" for line in differences(configuration, got[arn]["Configuration"]))
        yield from (f"{arn}: {line}" for line in differences(tag_map(name, configuration), got[arn]["Tags"], ".Tags"))
    print(f"{name}: {len(expected)} resources")


def same(names):
    run = Run(names)
    if run.status or run.stderr:
        yield f"exit status {run.status}: {run.stderr}"
    yield from run.asked["Wrong"]
    for name in names:
        yield from (f"{name}: {line}" for line in same_type(run, name))


def refusals(names, cases):
    """Cases of several collectors put into as few rounds as can be: in one round no two concern the same collector, and
    none calls what is refused because of another.  A case is (collector's name, refused, whatever else)."""
    calls = {name: {(wire.canonical(service), operation) for _, call, _ in collectors.calls(collectors.load(name))
                    for service, operation in collectors.operations(collectors.load(name), call)} for name in names}
    left = list(cases)
    while left:
        round_, refused = {}, set()
        for case in left:
            name, operation = case[0], (wire.canonical(case[1]["Service"]), case[1]["Operation"])
            if name not in round_ and not refused & calls[name] and not any(operation in calls[n] for n in round_):
                round_[name] = case
                refused.add(operation)
        left = [case for case in left if case is not round_.get(case[0])]
        yield list(round_.values())


def in_rounds(names, cases, check):
    for round_ in refusals(names, cases):
        run = Run([case[0] for case in round_], [case[1] for case in round_])
        for case in round_:
            what = f"{case[0]}: {' '.join(str(v) for v in case[1].values())}"
            print(what)
            if not run.asked["Refused"].get(f"{wire.canonical(case[1]['Service'])} {case[1]['Operation']}"):
                yield f"{what}: it was never asked"
            yield from (f"{what}: {line}" for line in check(run, *case))


def under(path, parent):
    return path == parent or path.startswith((parent + ".", parent + "["))


def lost(before, now, path=".Configuration"):
    """The paths at which something was, and is another or nothing now."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key, value in before.items():
            step = f"{path}.{key}" if walk.STEP.fullmatch(key) else f"{path}[{json.dumps(key)}]"
            yield from lost(value, now[key], step) if key in now else [(step, "is missing")]
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for n, (one, other) in enumerate(zip(before, now)):
            yield from lost(one, other, f"{path}[{n}]")
    elif before != now:
        yield path, f"became {json.dumps(now)}"


def denied_record(record, before):
    named = [u["Path"] for u in record.get("Unreadable", [])]
    for path, how in lost(before["Configuration"], record["Configuration"]):
        # What is merged into all may have been more than the list's own: it is named, and what the list said stays.
        if how != "is missing" and (how == "became null" or ".Configuration" not in named):
            yield f"{path} {how}"
        elif not any(under(path, parent) for parent in named):
            yield f"{path} {how} and not Unreadable"
    if record["Tags"] != before["Tags"] and (record["Tags"] is not None or ".Tags" not in named):
        yield f"Tags became {record['Tags']}"


def denied_list(run, name, refused):
    coverage, = run.coverage(name)
    if coverage["Status"] != ("partial" if refused.get("Later") else "failed") or not coverage["Code"]:
        yield f"coverage is {coverage}"
    if bool(run.of(name)) != bool(refused.get("Later")):
        yield f"{len(run.of(name))} resources"


def policy_name(name):
    return name.replace("/", "_").replace("-", "_")


def write_policies(folder, names):
    """For each call of each collector a policy that reads what it fills, and finds nothing wrong with it.
    {policy: (type, path)}"""
    made = {}
    for name in names:
        collector = collectors.load(name)
        for n, path in enumerate(sorted({path for kind, _, path in collectors.calls(collector) if kind not in ("Parents", "List")})):
            made[f"{policy_name(name)}_{n}"] = collector["ResourceType"], path
    (folder / "any").mkdir()
    for policy, (kind, path) in made.items():
        (folder / "any" / f"{policy}.jq").write_text("module " + json.dumps({
            "Title": "nothing is wrong", "ResourceType": kind, "Severity": 1, "Reads": [path], "Remediation": "none"}) +
            ";\ndef violation: empty;\n")
    return made


class Downstream:
    """What qrie-eval makes of a run: the policies that a resource passed."""

    def __init__(self, names):
        self.folder = tempfile.TemporaryDirectory()
        self.policies = write_policies(pathlib.Path(self.folder.name), names)

    def passed(self, run):
        ended = subprocess.run(["qrie-eval", "-a", "--managed", "-d", self.folder.name], input=run.output, stdout=subprocess.PIPE, check=True)
        records = [json.loads(line) for line in ended.stdout.splitlines()]
        return {(r["ResourceType"], r["ARN"]): r["Passed"] for r in records if r["Kind"] == "verdicts"}

    def wrong(self, passed, record, before):
        """Policies that passed a record which lacks what they read."""
        for policy in passed[record["ResourceType"], record["ARN"]]:
            _, path = self.policies[policy]
            path = walk.steps(path)
            if list(walk.values(record, path)) != list(walk.values(before, path)):
                yield f"a policy that reads {self.policies[policy][1]} passes"


def denied(names):
    before = Run(names)
    cases, down = [], Downstream(names)
    for name in names:
        for kind, call, path in collectors.calls(collectors.load(name)):
            for service, operation in collectors.operations(collectors.load(name), call):
                cases.append((name, {"Service": service, "Operation": operation}, kind, path))
            if "Token" in call:
                cases.append((name, cases[-1][1] | {"Later": True}, kind, path))
    passed = {}

    def check(run, name, refused, kind, path):
        if run.status != 2:
            yield f"exit status {run.status}"
        if refused["Operation"] not in run.stderr:
            yield f"standard error does not name it: {run.stderr}"
        if kind in ("Parents", "List"):
            yield from denied_list(run, name, refused)
        elif len(run.of(name)) != len(before.of(name)) or path != ".Configuration" and (
                [r["ARN"] for r in run.of(name)] != [r["ARN"] for r in before.of(name)]):
            yield f"records of {[r['ARN'] for r in run.of(name)]}"
        if run not in passed:
            passed.clear()
            passed[run] = down.passed(run)
        was = {r["ARN"]: r for r in before.of(name)}
        for record in (r for r in run.of(name) if r["ARN"] in was):
            yield from (f"{record['ARN']}: {line}" for line in denied_record(record, was[record["ARN"]]))
            yield from (f"{record['ARN']}: {line}" for line in down.wrong(passed[run], record, was[record["ARN"]]))

    unique = {json.dumps(case): case for case in cases}
    yield from in_rounds(names, unique.values(), check)


def absent(names):
    """A code may be followed by the beginning of the message that it must come with."""
    cases = []
    for name in names:
        for kind, call, path in collectors.calls(collectors.load(name)):
            for code, _, message in (text.partition(": ") for text in call.get("NotConfigured", [])):
                refused = {"Service": collectors.service(collectors.load(name), call), "Operation": call["Operation"], "Code": code}
                cases.append((name, refused | ({"Message": f"{message} ..."} if message else {}), kind, path))

    def check(run, name, _, kind, path):
        if run.status or run.stderr:
            yield f"exit status {run.status}: {run.stderr}"
        if [c["Status"] for c in run.coverage(name)] != ["complete"] or bool(run.of(name)) != (kind not in ("Parents", "List")):
            yield f"{len(run.of(name))} resources, coverage {run.coverage(name)}"
        for record in run.of(name):
            found = list(walk.values(record, walk.steps(path)))
            if not found or any(value is not None for value in found) or "Unreadable" in record:
                yield f"{record['ARN']}: {path} is {found}, Unreadable {record.get('Unreadable')}"

    yield from in_rounds(names, cases, check)


def gone(names):
    cases = []
    for name in names:
        collector = collectors.load(name)
        for code in collector.get("Gone", []):
            able = [(call, path) for kind, call, path in collectors.calls(collector)
                    if kind in ("Batch", "Detail") and "Each" not in call and code not in call.get("NotConfigured", [])]
            if not able:
                yield f"{name}: no call can see {code}"
                continue
            call, path = min(able, key=lambda one: "When" in one[0])
            cases.append((name, {"Service": collectors.service(collector, call), "Operation": call["Operation"], "Code": code},
                          "When" in call, path))

    def check(run, name, _, spared, path):
        """Resources that the call is spared are not seen to be gone."""
        left = [r for r in run.of(name) if not spared or list(walk.values(r, walk.steps(path))) != [None]]
        if run.status or run.stderr or left:
            yield f"exit status {run.status}, {len(left)} resources: {run.stderr}"
        if [c["Status"] for c in run.coverage(name)] != ["complete"]:
            yield f"coverage {run.coverage(name)}"

    yield from in_rounds(names, cases, check)


def main():
    held = {"same": same, "denied": denied, "absent": absent, "gone": gone}[sys.argv[1]]
    wrong = list(held(sys.argv[2:] or collectors.names()))
    for line in wrong:
        print("wrong:", line)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
