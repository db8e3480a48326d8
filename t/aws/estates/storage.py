"""Files, backups and access points: one that was only made, and one with what can be set."""
import json

import boto3

import hosts  # noqa: F401  it acts by being there

TAGS = [{"Key": "team", "Value": "storage"}]


def files(emulator, region):
    efs = boto3.client("efs", region_name=region)
    efs.create_file_system(CreationToken=f"bare-{region}")
    full = efs.create_file_system(CreationToken=f"full-{region}", Encrypted=True, Backup=True, Tags=TAGS)["FileSystemId"]
    efs.put_lifecycle_configuration(FileSystemId=full, LifecyclePolicies=[{"TransitionToIA": "AFTER_30_DAYS"}])
    if emulator == "ministack":
        efs.put_backup_policy(FileSystemId=full, BackupPolicy={"Status": "ENABLED"})
    efs.put_file_system_policy(FileSystemId=full, Policy=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}))
    ec2 = boto3.client("ec2", region_name=region)
    vpc = ec2.create_vpc(CidrBlock="10.30.0.0/16")["Vpc"]["VpcId"]
    efs.create_mount_target(FileSystemId=full, SubnetId=ec2.create_subnet(VpcId=vpc, CidrBlock="10.30.1.0/24")["Subnet"]["SubnetId"])
    efs.create_access_point(ClientToken="bare", FileSystemId=full)
    efs.create_access_point(ClientToken="full", FileSystemId=full, PosixUser={"Uid": 1000, "Gid": 1000},
                            RootDirectory={"Path": "/app"}, Tags=TAGS)


def backups(emulator, region):
    backup = boto3.client("backup", region_name=region)
    backup.create_backup_vault(BackupVaultName="bare")
    backup.create_backup_vault(BackupVaultName="full", BackupVaultTags={"team": "storage"})
    rule = {"RuleName": "daily", "TargetBackupVaultName": "full"}
    backup.create_backup_plan(BackupPlan={"BackupPlanName": "bare", "Rules": [rule]})
    full = backup.create_backup_plan(BackupPlan={"BackupPlanName": "full", "Rules": [
        rule | {"ScheduleExpression": "cron(0 5 * * ? *)", "Lifecycle": {"DeleteAfterDays": 35}}]},
        BackupPlanTags={"team": "storage"})["BackupPlanId"]
    if emulator == "ministack":
        backup.create_backup_selection(BackupPlanId=full, BackupSelection={
            "SelectionName": "tagged", "IamRoleArn": "arn:aws:iam::111122223333:role/backup",
            "ListOfTags": [{"ConditionType": "STRINGEQUALS", "ConditionKey": "backup", "ConditionValue": "yes"}]})


def buckets():
    """One with all that the estate's own buckets are without."""
    s3 = boto3.client("s3", region_name="us-east-1")
    topic = boto3.client("sns", region_name="us-east-1").create_topic(Name="objects")["TopicArn"]
    s3.create_bucket(Bucket="copies")
    s3.create_bucket(Bucket="configured", ObjectLockEnabledForBucket=True)
    for name in ("copies", "configured"):
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    s3.put_object_lock_configuration(Bucket="configured", ObjectLockConfiguration={
        "ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 30}}})
    s3.put_bucket_lifecycle_configuration(Bucket="configured", LifecycleConfiguration={"Rules": [
        {"ID": "parts", "Status": "Enabled", "Filter": {"Prefix": ""}, "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}},
        {"ID": "old", "Status": "Enabled", "Filter": {"And": {"Prefix": "logs/", "Tags": [{"Key": "kind", "Value": "log"}]}},
         "Transitions": [{"Days": 30, "StorageClass": "GLACIER"}], "Expiration": {"Days": 365},
         "NoncurrentVersionExpiration": {"NoncurrentDays": 90}}]})
    s3.put_bucket_replication(Bucket="configured", ReplicationConfiguration={
        "Role": "arn:aws:iam::111122223333:role/replicate", "Rules": [
            {"ID": "all", "Status": "Enabled", "Priority": 1, "Filter": {"Prefix": ""},
             "DeleteMarkerReplication": {"Status": "Disabled"}, "Destination": {"Bucket": "arn:aws:s3:::copies"}}]})
    s3.put_bucket_website(Bucket="configured", WebsiteConfiguration={
        "IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "404.html"}})
    s3.put_bucket_cors(Bucket="configured", CORSConfiguration={"CORSRules": [
        {"AllowedMethods": ["GET", "PUT"], "AllowedOrigins": ["https://example.com"], "MaxAgeSeconds": 3000}]})
    s3.put_bucket_notification_configuration(Bucket="configured", NotificationConfiguration={"TopicConfigurations": [
        {"Id": "new", "TopicArn": topic, "Events": ["s3:ObjectCreated:*"],
         "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "in/"}]}}}]})


def points(region):
    account = boto3.client("sts").get_caller_identity()["Account"]
    control = boto3.client("s3control", region_name=region)
    bucket = f"points-{region}"
    place = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
    boto3.client("s3", region_name=region).create_bucket(Bucket=bucket, **place)
    control.create_access_point(AccountId=account, Name=f"bare-{region}", Bucket=bucket)
    control.create_access_point(AccountId=account, Name=f"full-{region}", Bucket=bucket, VpcConfiguration={"VpcId": "vpc-1a2b3c4d"},
                                PublicAccessBlockConfiguration={"BlockPublicAcls": True, "BlockPublicPolicy": True})
    control.put_access_point_policy(AccountId=account, Name=f"full-{region}", Policy=json.dumps(
        {"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": "s3:GetObject",
            "Resource": f"arn:aws:s3:{region}:{account}:accesspoint/full-{region}/object/*"}]}))


def point_of_regions():
    account = boto3.client("sts").get_caller_identity()["Account"]
    boto3.client("s3control", region_name="us-west-2").create_multi_region_access_point(
        AccountId=account, ClientToken="one", Details={
            "Name": "everywhere", "Regions": [{"Bucket": "points-us-east-1"}, {"Bucket": "points-eu-west-1"}],
            "PublicAccessBlock": {"BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True}})


def windows(region):
    fsx = boto3.client("fsx", region_name=region)
    fsx.create_file_system(FileSystemType="LUSTRE", StorageCapacity=1200, SubnetIds=["subnet-1a2b3c4d"])
    fsx.create_file_system(
        FileSystemType="OPENZFS", StorageCapacity=64, SubnetIds=["subnet-1a2b3c4d"], Tags=TAGS,
        OpenZFSConfiguration={"DeploymentType": "SINGLE_AZ_1", "ThroughputCapacity": 64, "CopyTagsToBackups": True})


def make(emulator):
    buckets()
    for region in ("us-east-1", "eu-west-1"):
        files(emulator, region)
        backups(emulator, region)
        if emulator == "moto":
            points(region)
            windows(region)
    if emulator == "moto":
        point_of_regions()
