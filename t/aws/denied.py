#!/usr/bin/env python3
"""Takes one permission after another from the collecting user and holds what qrie-collect then says against the rule:
what could not be read is named, never null; the rest is there.

usage: MINISTACK_URL=... REFUSE_URL=... denied.py COLLECTOR USER

Runs with the user's key in the environment and takes permissions with root's.  Each call of the collector's metadata
gets its turn.  Prints what was asked of whom, then what is wrong, and then exits 1.
"""
import json
import os
import re
import subprocess
import sys
import urllib.request

import boto3

import collectors
import user

# How each service words it.  https://docs.aws.amazon.com/ : "Common errors" of its API reference, and EC2's error codes.
CODES = {
    "ec2": "UnauthorizedOperation", "sns": "AuthorizationError", "s3": "AccessDenied", "s3control": "AccessDenied",
    "iam": "AccessDenied", "rds": "AccessDenied", "kms": "AccessDeniedException", "lambda": "AccessDeniedException",
    "dynamodb": "AccessDeniedException", "logs": "AccessDeniedException", "account": "AccessDeniedException",
    "organizations": "AccessDeniedException", "cloudtrail": "AccessDeniedException", "cloudwatch": "AccessDeniedException",
}
# What ministack lacks: here the answer is AWS's as it is documented.
RECORDED = {
    "account:GetAlternateContact": {
        "Service": "account", "Operation": "GetAlternateContact", "Status": 403, "Code": "AccessDeniedException"},
    "s3:GetAccountPublicAccessBlock": {
        "Service": "s3control", "Operation": "GetPublicAccessBlock", "Status": 403, "Code": "AccessDenied"},
    "s3:GetBucketPolicyStatus": {
        "Service": "s3", "Operation": "GetBucketPolicyStatus", "Status": 403, "Code": "AccessDenied"},
}


class Denied:
    """As a context: the user may not do this."""

    def __init__(self, user, permission):
        self.user, self.permission = user, permission
        self.iam = boto3.client("iam", endpoint_url=os.environ["MINISTACK_URL"],
                                aws_access_key_id="test", aws_secret_access_key="test", aws_session_token=None)

    def refuse(self, refused):
        urllib.request.urlopen(urllib.request.Request(
            os.environ["REFUSE_URL"] + "/_refuse", json.dumps(refused).encode(), method="PUT")).close()

    def __enter__(self):
        if self.permission in RECORDED:
            self.refuse([RECORDED[self.permission]])
        else:
            self.iam.put_user_policy(UserName=self.user, PolicyName="deny", PolicyDocument=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Deny", "Action": user.MISTAKEN.get(self.permission, self.permission),
                               "Resource": "*"}]}))

    def __exit__(self, *_):
        if self.permission in RECORDED:
            self.refuse([])
        else:
            self.iam.delete_user_policy(UserName=self.user, PolicyName="deny")


def collect(kind):
    run = subprocess.run(["qrie-collect", "-t", kind], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    return (run.returncode, [r for r in records if r["Kind"] == "resource"],
            [r for r in records if r["Kind"] == "coverage"], run.stderr.decode())


def values(value, path):
    """What lies at a path; a missing member yields nothing."""
    if not path:
        yield value
        return
    head, _, rest = path.lstrip(".").partition(".")
    if head.endswith("[]"):
        for element in (value or {}).get(head[:-2]) or []:
            yield from values(element, rest)
    elif head in (value or {}):
        yield from values(value[head], rest)


def refused_calls(collector, permission):
    """(kind, service, operation, path) of the calls that need it, those made Before another included."""
    for kind, call, path in collectors.calls(collector):
        service = collectors.service(collector, call)
        if call["Permission"] == permission:
            yield kind, service, call["Operation"], path
        if call.get("Before", {}).get("Permission") == permission:
            yield kind, service, call["Before"]["Operation"], path


def check_list(operation, service, resources, coverage, stderr):
    if resources:
        yield f"{len(resources)} resources were listed"
    if not coverage or any(c["Status"] != "failed" or c["Code"] != CODES[service] for c in coverage):
        yield f"coverage is not failed with {CODES[service]}: {coverage}"
    if operation not in stderr:
        yield f"standard error does not name {operation}: {stderr!r}"


def check_detail(collector, permission, operation, service, path, resources, coverage):
    if any(c["Status"] != "complete" for c in coverage) or not coverage:
        yield f"coverage is not complete: {coverage}"
    wanted = {"Operation": operation, "Code": CODES[service], "Permission": permission}
    pattern = re.escape(path).replace(r"\[\]", r"\[\d+\]") + "$"
    named = [(r, u) for r in resources for u in r.get("Unreadable", []) if re.match(pattern, u["Path"])]
    if not named:
        yield f"nothing is Unreadable at {path}"
    for record, unreadable in named:
        if {key: unreadable.get(key) for key in wanted} != wanted:
            yield f"{record['ARN']}: expected {wanted}, got {unreadable}"
    if "[]" not in path and len(named) != len(resources):
        yield f"{path} is Unreadable on {len(named)} of {len(resources)} resources"
    if path != ".Configuration":
        there = [r["ARN"] for r in resources for _ in values(r, path)]
        if there:
            yield f"{path} is there all the same: {there}"
    if path == ".Configuration" + (collector.get("Tags", ".Tags") or "-"):
        if any(r["Tags"] is not None for r in resources):
            yield "Tags is not null"
        if any(".Tags" not in [u["Path"] for u in r["Unreadable"]] for r in resources):
            yield ".Tags is not named as Unreadable"


def others(paths, resources):
    """Whatever else is Unreadable: only what could not even be asked for."""
    starts = tuple(paths) + (".Tags", ".Region")
    for record in resources:
        for unreadable in record.get("Unreadable", []):
            plain = re.sub(r"\[\d+\]", "[]", unreadable["Path"])
            if not plain.startswith(starts) and unreadable["Code"] != "InvalidRequest":
                yield f"{record['ARN']}: {unreadable} too"


def check(collector, permission, user):
    with Denied(user, permission):
        status, resources, coverage, stderr = collect(collector["ResourceType"])
    calls = list(refused_calls(collector, permission))
    if status != 2:
        yield f"exit status {status}, not 2: {stderr}"
    for kind, service, operation, path in calls:
        print(f"{permission}: {kind} {operation} {path or ''}")
        if kind in ("Parents", "List"):
            yield from check_list(operation, service, resources, coverage, stderr)
        else:
            yield from check_detail(collector, permission, operation, service, path, resources, coverage)
    if all(kind not in ("Parents", "List") for kind, *_ in calls):
        yield from others([path for *_, path in calls], resources)


def main():
    collector = collectors.load(sys.argv[1])
    needed = {call["Permission"] for _, call, _ in collectors.calls(collector)}
    needed |= {call["Before"]["Permission"] for _, call, _ in collectors.calls(collector) if "Before" in call}
    status, resources, _, stderr = collect(collector["ResourceType"])
    wrong = [] if status == 0 and resources else [f"before anything is denied: status {status}, {len(resources)} resources: {stderr}"]
    for permission in sorted(needed):
        wrong += [f"{permission}: {line}" for line in check(collector, permission, sys.argv[2])]
    for line in wrong:
        print("wrong:", line)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
