#!/usr/bin/env python3
"""Makes an IAM user who may do what "qrie-collect --iam-policy" says and no more, and prints the id and the secret of a
key.

usage: AWS_ENDPOINT_URL=... user.py NAME
"""
import json
import subprocess
import sys

import boto3

# What ministack asks for in place of the action that AWS asks for.
MISTAKEN = {"lambda:GetFunctionConcurrency": "lambda:PutFunctionConcurrency"}


def main():
    iam = boto3.client("iam")
    iam.create_user(UserName=sys.argv[1])
    document = subprocess.run(["qrie-collect", "--iam-policy"], check=True, text=True, stdout=subprocess.PIPE).stdout
    policy = json.loads(document)
    policy["Statement"][0]["Action"] += [*MISTAKEN.values()]
    iam.put_user_policy(UserName=sys.argv[1], PolicyName="collect", PolicyDocument=json.dumps(policy))
    key = iam.create_access_key(UserName=sys.argv[1])["AccessKey"]
    print(key["AccessKeyId"], key["SecretAccessKey"])


if __name__ == "__main__":
    main()
