#!/usr/bin/env python3
"""Makes an IAM user who may do what the collectors need and no more, and prints the id and the secret of a key.

usage: AWS_ENDPOINT_URL=... user.py NAME
"""
import json
import sys

import boto3

import collectors

# What ministack asks for in place of the action that AWS asks for.
MISTAKEN = {"lambda:GetFunctionConcurrency": "lambda:PutFunctionConcurrency"}

def main():
    iam = boto3.client("iam")
    iam.create_user(UserName=sys.argv[1])
    iam.put_user_policy(UserName=sys.argv[1], PolicyName="collect", PolicyDocument=json.dumps({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": collectors.permissions() + [*MISTAKEN.values()], "Resource": "*"}]}))
    key = iam.create_access_key(UserName=sys.argv[1])["AccessKey"]
    print(key["AccessKeyId"], key["SecretAccessKey"])


if __name__ == "__main__":
    main()
