#!/usr/bin/env python3
"""What t/bench/collect has qrie-collect do, by boto3: buckets and seven calls for each, THREADS at once.

usage: collect.py THREADS
"""
import concurrent.futures
import json
import sys

import boto3
import botocore.config

CALLS = ("get_bucket_location", "get_public_access_block", "get_bucket_versioning", "get_bucket_encryption",
         "get_bucket_tagging", "get_bucket_policy", "get_bucket_acl")
THREADS = int(sys.argv[1])
S3 = boto3.client("s3", config=botocore.config.Config(max_pool_connections=THREADS))


def describe(bucket):
    return {"Name": bucket} | {call: getattr(S3, call)(Bucket=bucket) for call in CALLS}


buckets = [b["Name"] for page in S3.get_paginator("list_buckets").paginate(PaginationConfig={"PageSize": 1000})
           for b in page["Buckets"]]
with concurrent.futures.ThreadPoolExecutor(THREADS) as pool:
    for bucket in pool.map(describe, buckets):
        print(json.dumps(bucket, default=str))
