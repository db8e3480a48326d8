#!/usr/bin/env python3
"""Holds "qrie-collect --for-policies" and "--explain" against the made-up AWS (synthetic.py), for every collector.

usage: AWS_ENDPOINT_URL=... needs.py [COLLECTOR ...]

For each place that a call fills there is a policy that reads it; of each collector one is chosen at a time.  What that
policy reads is as in a whole inventory, only what --explain says is asked, what is not is named as NotAsked, and no
policy that reads it passes.  Prints a line for each choice, then what is wrong, and then exits 1.
"""
import os
import pathlib
import subprocess
import sys

import collectors
import hold
import walk
import wire


def chosen_share(folder):
    """A share folder with the tree's collectors and these policies."""
    share = pathlib.Path(folder) / "share"
    share.mkdir()
    for name in ("collectors", "shapes", "prices"):
        (share / name).symlink_to((collectors.FOLDER.parent / name).resolve())
    (share / "policies").symlink_to(folder)
    return share


def explained(options):
    """The (service, operation) pairs that a run would ask."""
    out = subprocess.run(["qrie-collect", "--explain", *options], check=True, text=True, stdout=subprocess.PIPE).stdout
    return {(wire.canonical(line.split("\t")[2]), line.split("\t")[3]) for line in out.splitlines()}


def spared(names):
    """The (service, operation) pairs that are made only when a value says so."""
    return {(wire.canonical(service), operation) for name in names
            for _, call, _ in collectors.calls(collectors.load(name)) if "When" in call
            for service, operation in collectors.operations(collectors.load(name), call)}


def check(run, before, down, passed, name, policy):
    path = walk.steps(down.policies[policy][1])
    was = {r["ARN"]: r for r in before.of(name)}
    if [r["ARN"] for r in run.of(name)] != list(was):
        yield f"records of {[r['ARN'] for r in run.of(name)]}"
    for record in run.of(name):
        one, arn = was[record["ARN"]], record["ARN"]
        if list(walk.values(record, path)) != list(walk.values(one, path)):
            yield f"{arn}: {down.policies[policy][1]} is not as in a whole inventory"
        if policy not in passed[record["ResourceType"], arn]:
            yield f"{arn}: {policy} is not passed"
        if {u["Code"] for u in record.get("Unreadable", [])} - {"NotAsked"}:
            yield f"{arn}: {record['Unreadable']}"
        named = [u["Path"] for u in record.get("Unreadable", [])]
        for at, how in hold.lost(one["Configuration"], record["Configuration"]):
            if how != "is missing" or not any(hold.under(at, p) or hold.under(at, plain(p, at)) for p in named):
                yield f"{arn}: {at} {how} and is not named"
        yield from (f"{arn}: {line}" for line in down.wrong(passed, record, one))


def plain(path, at):
    """The path with the numbers that another has in place of its []."""
    numbers = iter(part.partition("]")[0] for part in at.split("[")[1:])
    first, *rest = path.split("[]")
    return first + "".join(f"[{next(numbers, '')}]{part}" for part in rest)


def held(names):
    before, down = hold.Run(names), hold.Downstream(names)
    os.environ["QRIE_SHARE"] = str(chosen_share(down.folder.name))
    of = {name: [p for p, (kind, _) in down.policies.items() if p.rpartition("_")[0] == hold.policy_name(name)]
          for name in names}
    for n in range(max(map(len, of.values()))):
        chosen = {name: policies[n] for name, policies in of.items() if n < len(policies)}
        options = ["-t", ",".join(chosen), f"--for-policies={','.join(chosen.values())}"]
        run = hold.Run(list(chosen), options=options[2:])
        if run.status or run.stderr:
            yield f"exit status {run.status}: {run.stderr}"
        asked = {tuple(call.split(" ")) for call in run.asked["Calls"]}
        yield from (f"{call}: asked and not explained" for call in asked - explained(options))
        yield from (f"{call}: explained and not asked" for call in explained(options) - asked - spared(chosen))
        yield from run.asked["Wrong"]
        passed = down.passed(run)
        for name, policy in chosen.items():
            print(f"{name}: {down.policies[policy][1]}")
            yield from (f"{name}: {line}" for line in check(run, before, down, passed, name, policy))


def main():
    wrong = list(held(sys.argv[1:] or collectors.names()))
    for line in wrong:
        print("wrong:", line)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
