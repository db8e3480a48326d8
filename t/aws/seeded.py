#!/usr/bin/env python3
"""What boto3 sees of the test resources in an account, one line a fact, sorted: NAME: what it is.  The timestamp in
names is printed as T.  With "tags": each resource's tags in place of them.

usage: AWS_ENDPOINT_URL=... seeded.py [tags] [REGION]
"""
import re
import sys

import boto3
from botocore.exceptions import ClientError

WORDS = sys.argv[1:]
TAGS = "tags" in WORDS
REGION = next((word for word in WORDS if word != "tags"), "us-east-1")
FACTS = []


def fact(name, text, tags):
    if TAGS:
        text = " ".join(sorted(f'{tag["Key"]}={tag["Value"]}' for tag in tags))
    FACTS.append(f"{name}: {text}")


def answer(call, **parameters):
    try:
        return call(**parameters)
    except ClientError as error:
        return {"Code": error.response["Error"]["Code"]}


def buckets():
    s3 = boto3.client("s3", REGION)
    for bucket in s3.list_buckets()["Buckets"]:
        name = {"Bucket": bucket["Name"]}
        block = answer(s3.get_public_access_block, **name).get("PublicAccessBlockConfiguration", {})
        versioning = s3.get_bucket_versioning(**name)
        rules = answer(s3.get_bucket_encryption, **name)
        rule = rules.get("Code") or rules["ServerSideEncryptionConfiguration"]["Rules"][0]
        fact(bucket["Name"], f'blocks {sorted(block.values())}, versioning {versioning.get("Status")}, MFA delete '
             f'{versioning.get("MFADelete")}, {rule if isinstance(rule, str) else rule["ApplyServerSideEncryptionByDefault"]}',
             answer(s3.get_bucket_tagging, **name).get("TagSet", []))


def instances():
    ec2 = boto3.client("ec2", REGION)
    for reservation in ec2.describe_instances()["Reservations"]:
        for instance in reservation["Instances"]:
            attached = [{"Name": "attachment.instance-id", "Values": [instance["InstanceId"]]}]
            volumes = ec2.describe_volumes(Filters=attached)["Volumes"]
            fact("instance", f'{instance["InstanceType"]} {instance["State"]["Name"]}, volumes encrypted '
                 f'{sorted(volume["Encrypted"] for volume in volumes)}', instance.get("Tags", []))
    if TAGS:
        for volume in ec2.describe_volumes()["Volumes"]:
            fact("volume", "", volume.get("Tags", []))


def users():
    iam = boto3.client("iam")
    for user in iam.list_users()["Users"]:
        name = {"UserName": user["UserName"]}
        keys = iam.list_access_keys(**name)["AccessKeyMetadata"]
        attached = [policy["PolicyName"] for policy in iam.list_attached_user_policies(**name)["AttachedPolicies"]]
        fact(user["UserName"], f'console {"LoginProfile" in answer(iam.get_login_profile, **name)}, '
             f'MFA {len(iam.list_mfa_devices(**name)["MFADevices"])}, keys {len(keys)}, policies {attached}',
             iam.list_user_tags(**name)["Tags"])
    for policy in iam.list_policies(Scope="Local")["Policies"]:
        arn = {"PolicyArn": policy["Arn"]}
        document = iam.get_policy_version(**arn, VersionId=policy["DefaultVersionId"])["PolicyVersion"]["Document"]
        statement = document["Statement"][0]
        # moto adds one to AttachmentCount each time that what is attached is attached again; IAM counts it once.
        attachments = len(iam.list_entities_for_policy(**arn)["PolicyUsers"])
        fact(policy["PolicyName"], f'{statement["Effect"]} {statement["Action"]} on {statement["Resource"]}, attached '
             f'{attachments}', iam.list_policy_tags(**arn)["Tags"])


def databases():
    rds = boto3.client("rds", REGION)
    for database in rds.describe_db_instances()["DBInstances"]:
        fact(database["DBInstanceIdentifier"], f'{database["DBInstanceClass"]}, public {database["PubliclyAccessible"]}',
             database["TagList"])


for kind in buckets, instances, users, databases:
    kind()
for line in sorted(FACTS):
    print(line if TAGS else re.sub(r"\d{8}-\d{6}", "T", line))
