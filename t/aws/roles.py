#!/usr/bin/env python3
"""Makes two roles that may do what the collectors need: "reader", which a user may assume who knows the external id
(EXTERNAL), and "second", which only reader may assume.  Prints a session of reader's: id, secret and token.

usage: AWS_ENDPOINT_URL=... roles.py USER ID SECRET
"""
import json
import sys

import boto3

import collectors

EXTERNAL = "qrie-external-id"


def role(iam, name, principal, condition):
    statement = {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": "sts:AssumeRole"} | condition
    made = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [statement]}))["Role"]["Arn"]
    iam.put_role_policy(RoleName=name, PolicyName="collect", PolicyDocument=json.dumps({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": collectors.permissions() + ["sts:AssumeRole"], "Resource": "*"}]}))
    return made


def main():
    user, key, secret = sys.argv[1:]
    iam = boto3.client("iam")
    arn = iam.get_user(UserName=user)["User"]["Arn"]
    iam.put_user_policy(UserName=user, PolicyName="assume", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}]}))
    reader = role(iam, "reader", arn, {"Condition": {"StringEquals": {"sts:ExternalId": EXTERNAL}}})
    role(iam, "second", reader, {})
    sts = boto3.client("sts", aws_access_key_id=key, aws_secret_access_key=secret)
    session = sts.assume_role(RoleArn=reader, RoleSessionName="session", ExternalId=EXTERNAL)["Credentials"]
    print(session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"])


if __name__ == "__main__":
    main()
