#!/usr/bin/env python3
"""Resources with tags on an emulator: made, and shown by each service's own calls.

usage: tagged.py make KIND COUNT [TAGS]	makes them, with tags (a JSON object); prints their resource records
       tagged.py show			reads ARNs on standard input; prints each, and its tags

Kinds: bucket, topic, key, volume, user, role, policy.  Names are KIND-0, KIND-1 ...
"""
import json
import sys

import boto3

ACCOUNT = "111122223333"
TYPES = {"bucket": "S3::Bucket", "topic": "SNS::Topic", "key": "KMS::Key", "volume": "EC2::Volume",
         "user": "IAM::User", "role": "IAM::Role", "policy": "IAM::ManagedPolicy"}
S3, SNS, KMS, EC2, IAM = (boto3.client(name) for name in ("s3", "sns", "kms", "ec2", "iam"))


def pairs(tags, key="Key", value="Value"):
    return [{key: k, value: v} for k, v in tags.items()]


def make(kind, name, tags):
    """The ARN of a new one."""
    if kind == "bucket":
        S3.create_bucket(Bucket=name)
        if tags:
            S3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": pairs(tags)})
        return f"arn:aws:s3:::{name}"
    if kind == "topic":
        return SNS.create_topic(Name=name, Tags=pairs(tags))["TopicArn"]
    if kind == "key":
        return KMS.create_key(Tags=pairs(tags, "TagKey", "TagValue"))["KeyMetadata"]["Arn"]
    if kind == "volume":
        specification = [{"ResourceType": "volume", "Tags": pairs(tags)}] if tags else []
        volume = EC2.create_volume(Size=1, AvailabilityZone=f"{EC2.meta.region_name}a", TagSpecifications=specification)
        return f"arn:aws:ec2:{EC2.meta.region_name}:{ACCOUNT}:volume/{volume['VolumeId']}"
    if kind == "user":
        return IAM.create_user(UserName=name, Path="/team/", Tags=pairs(tags))["User"]["Arn"]
    document = json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", "Action": "*", "Resource": "*"} if kind == "policy" else
        {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": ACCOUNT}}]})
    if kind == "role":
        return IAM.create_role(RoleName=name, AssumeRolePolicyDocument=document, Tags=pairs(tags))["Role"]["Arn"]
    return IAM.create_policy(PolicyName=name, PolicyDocument=document, Tags=pairs(tags))["Policy"]["Arn"]


def tags_of(arn):
    """As each service says."""
    name = arn.split(":", 5)[5].rpartition("/")[2]
    if arn.startswith("arn:aws:s3:"):
        try:
            found = S3.get_bucket_tagging(Bucket=name)["TagSet"]
        except S3.exceptions.ClientError as error:
            if error.response["Error"]["Code"] != "NoSuchTagSet":
                raise
            found = []
    elif ":sns:" in arn:
        found = SNS.list_tags_for_resource(ResourceArn=arn)["Tags"]
    elif ":kms:" in arn:
        found = [{"Key": t["TagKey"], "Value": t["TagValue"]} for t in KMS.list_resource_tags(KeyId=name)["Tags"]]
    elif ":ec2:" in arn:
        found = EC2.describe_volumes(VolumeIds=[name])["Volumes"][0].get("Tags", [])
    elif ":user/" in arn:
        found = IAM.list_user_tags(UserName=name)["Tags"]
    elif ":role/" in arn:
        found = IAM.list_role_tags(RoleName=name)["Tags"]
    else:
        found = IAM.list_policy_tags(PolicyArn=arn)["Tags"]
    return dict(sorted((tag["Key"], tag["Value"]) for tag in found))


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def record(kind, arn, tags):
    service = arn.split(":")[2]
    return {"Kind": "resource", "ARN": arn, "ResourceType": f"AWS::{TYPES[kind]}", "AccountId": ACCOUNT,
            "Region": "global" if service == "iam" else S3.meta.region_name, "AccountService": f"{ACCOUNT}_{service}",
            "Source": "aws", "DescribeTime": "2026-11-22T21:00:00Z", "Tags": tags, "Configuration": {}}


if sys.argv[1] == "make":
    given = json.loads(sys.argv[4]) if len(sys.argv) > 4 else {}
    for number in range(int(sys.argv[3])):
        print(compact(record(sys.argv[2], make(sys.argv[2], f"{sys.argv[2]}-{number}", given), given)))
else:
    for line in sys.stdin:
        print(line.strip(), compact(tags_of(line.strip())))
