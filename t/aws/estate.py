#!/usr/bin/env python3
"""Makes an estate in an AWS emulator with boto3: for each policy what violates it and its good twin, and more beside.

usage: AWS_ENDPOINT_URL=... estate.py

Prints one line for each pair of a resource and a policy: {"ARN", "Policy", "Expect": "violation" or "none"}.
"Days" in a line: expected so of an evaluation that many days from now; keys cannot be made old.
What emulators cannot hold: MFA delete (both drop it, so a versioned bucket always lacks it; its good twin is the
bucket without versions), keys of the root user.  ministack encrypts every bucket, as AWS does since 2023 (then that
bucket is expected to pass), and no instance's volume (then nothing is expected of the instance).
"""
import functools
import io
import json
import sys
import zipfile

import boto3

REGION = "us-east-1"
ALL_BLOCKED = {
    "BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True,
}
WILDCARD = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
NARROW = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::qrie-good/*"}],
}
TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}],
}
TAGS = {"Environment": "prod", "owner": "data platform / core", "grüße": "日本"}


def client(service, region=REGION):
    return boto3.client(service, region_name=region)


def expect(arn, policy, verdict, days=0):
    line = {"ARN": arn, "Policy": policy, "Expect": verdict}
    if days:
        line["Days"] = days
    print(json.dumps(line))


def pairs(tags, key="Key", value="Value"):
    return [{key: k, value: v} for k, v in tags.items()]


def encrypted(s3, name):
    try:
        return bool(s3.get_bucket_encryption(Bucket=name))
    except s3.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == "ServerSideEncryptionConfigurationNotFoundError"
        return False


def bucket(name, public, versioning, mfa, *, block=None, versions=None, encrypt="AES256", region=REGION):
    """The first three say whether a violation of that policy is expected."""
    s3 = client("s3", region)
    where = {} if region == REGION else {"CreateBucketConfiguration": {"LocationConstraint": region}}
    s3.create_bucket(Bucket=name, **where)
    if block is None:
        s3.delete_public_access_block(Bucket=name)
        s3.delete_bucket_ownership_controls(Bucket=name)
    else:
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=block)
    if versions:
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": versions})
    if encrypt:
        rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": encrypt}, "BucketKeyEnabled": encrypt != "AES256"}
        s3.put_bucket_encryption(Bucket=name, ServerSideEncryptionConfiguration={"Rules": [rule]})
    else:
        s3.delete_bucket_encryption(Bucket=name)
    verdicts = {"S3BucketPublic": public, "S3BucketVersioningDisabled": versioning,
                "S3BucketEncryptionDisabled": not encrypted(s3, name), "S3BucketMfaDeleteDisabled": mfa}
    for policy, bad in verdicts.items():
        expect(f"arn:aws:s3:::{name}", policy, "violation" if bad else "none")
    return s3


def buckets():
    s3 = bucket("qrie-good", False, False, True, block=ALL_BLOCKED, versions="Enabled")
    s3.put_bucket_tagging(Bucket="qrie-good", Tagging={"TagSet": pairs(TAGS)})
    s3.put_bucket_policy(Bucket="qrie-good", Policy=json.dumps({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::qrie-good/*",
                       "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}))
    s3.put_bucket_ownership_controls(
        Bucket="qrie-good", OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]})
    bucket("qrie-logs", False, False, True, block=ALL_BLOCKED, versions="Enabled")
    s3.put_bucket_policy(Bucket="qrie-logs", Policy=json.dumps({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"Service": "logging.s3.amazonaws.com"}, "Action": "s3:PutObject",
                       "Resource": "arn:aws:s3:::qrie-logs/*"}]}))
    s3.put_bucket_logging(Bucket="qrie-good", BucketLoggingStatus={
        "LoggingEnabled": {"TargetBucket": "qrie-logs", "TargetPrefix": "good/"}})
    bucket("qrie-bare", True, True, False, encrypt=None)
    bucket("qrie-half-public", True, False, True, block=ALL_BLOCKED | {"BlockPublicPolicy": False},
           versions="Enabled", encrypt="aws:kms")
    bucket("qrie-suspended", False, True, False, block=ALL_BLOCKED, versions="Suspended")
    bucket("qrie-europe", False, False, True, block=ALL_BLOCKED, versions="Enabled", region="eu-west-1")


@functools.cache
def image(ec2):
    return ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]


def held(ec2, instance_id, encrypted):
    """Whether the emulator gives the instance the volumes that it was asked for: ministack gives one, unencrypted."""
    found = ec2.describe_instances(InstanceIds=[instance_id])["Reservations"][0]["Instances"][0]
    volumes = [mapping["Ebs"]["VolumeId"] for mapping in found["BlockDeviceMappings"]]
    return [v["Encrypted"] for v in ec2.describe_volumes(VolumeIds=volumes)["Volumes"]] == encrypted


def instance(ec2, account, name, encrypted, verdict):
    """One volume for each member of encrypted: the first is the root's, the others are attached."""
    made = ec2.run_instances(
        ImageId=image(ec2), InstanceType="t3.micro", MinCount=1, MaxCount=1,
        BlockDeviceMappings=[{"DeviceName": "/dev/sda1", "Ebs": {"VolumeSize": 8, "Encrypted": encrypted[0]}}],
        TagSpecifications=[{"ResourceType": "instance", "Tags": pairs({"Name": name} | TAGS)}])["Instances"][0]
    for letter, flag in zip("fgh", encrypted[1:]):
        volume = ec2.create_volume(AvailabilityZone=made["Placement"]["AvailabilityZone"], Size=10, Encrypted=flag)
        ec2.attach_volume(Device=f"/dev/sd{letter}", InstanceId=made["InstanceId"], VolumeId=volume["VolumeId"])
    if verdict and held(ec2, made["InstanceId"], encrypted):
        expect(f"arn:aws:ec2:{ec2.meta.region_name}:{account}:instance/{made['InstanceId']}", "EC2UnencryptedEBS", verdict)
    return made["InstanceId"]


def instances(account):
    ec2 = client("ec2")
    instance(ec2, account, "encrypted", [True], "none")
    instance(ec2, account, "unencrypted", [False], "violation")
    instance(ec2, account, "second volume unencrypted", [True, True, False], "violation")
    ec2.stop_instances(InstanceIds=[instance(ec2, account, "stopped", [False], "violation")])
    ec2.terminate_instances(InstanceIds=[instance(ec2, account, "terminated", [False], None)])
    instance(client("ec2", "eu-west-1"), account, "far away", [False], "violation")
    ec2.create_volume(AvailabilityZone=f"{REGION}a", Size=5, Encrypted=True, TagSpecifications=[
        {"ResourceType": "volume", "Tags": pairs(TAGS)}])
    group = ec2.create_security_group(GroupName="qrie-open", Description="open to all")["GroupId"]
    ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[
        {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}])


def user(iam, name, verdict=None, *, password=False, mfa=False):
    arn = iam.create_user(UserName=name, Tags=pairs({"team": "sec"}))["User"]["Arn"]
    if password:
        iam.create_login_profile(UserName=name, Password="correct-Horse-9-staple", PasswordResetRequired=False)
    if mfa:
        device = iam.create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]["SerialNumber"]
        iam.enable_mfa_device(UserName=name, SerialNumber=device, AuthenticationCode1="123456", AuthenticationCode2="654321")
    if verdict:
        expect(arn, "IAMUserMfaDisabled", verdict)
    return arn


def users(iam):
    user(iam, "mfa", "none", password=True, mfa=True)
    user(iam, "no-mfa", "violation", password=True)
    user(iam, "no-console", "none")
    active, inactive = user(iam, "key-active"), user(iam, "key-inactive")
    iam.create_access_key(UserName="key-active")
    key = iam.create_access_key(UserName="key-inactive")["AccessKey"]["AccessKeyId"]
    iam.update_access_key(UserName="key-inactive", AccessKeyId=key, Status="Inactive")
    for policy in ("IAMAccessKeyNotRotated", "IAMAccessKeyUnused"):
        expect(active, policy, "none")
        expect(active, policy, "violation", 100)
        expect(inactive, policy, "none")
        expect(inactive, policy, "none", 100)
    iam.create_group(GroupName="readers")
    iam.add_user_to_group(GroupName="readers", UserName="mfa")
    iam.put_user_policy(UserName="mfa", PolicyName="inline", PolicyDocument=json.dumps(NARROW))
    iam.put_user_policy(UserName="mfa", PolicyName="another", PolicyDocument=json.dumps(NARROW))


def policies(iam):
    def make(name, document, verdict):
        arn = iam.create_policy(PolicyName=name, PolicyDocument=json.dumps(document), Tags=pairs({"team": "sec"}))["Policy"]["Arn"]
        if verdict:
            expect(arn, "IAMPolicyOverlyPermissive", verdict)
        iam.attach_user_policy(UserName="no-console", PolicyArn=arn)
        return arn

    statement = WILDCARD["Statement"][0]
    make("wildcard", WILDCARD, "violation")
    make("wildcard-in-lists", {"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": ["s3:GetObject", "*"], "Resource": ["*"]}}, "violation")
    make("wildcard-denied", {"Version": "2012-10-17", "Statement": [statement | {"Effect": "Deny"}]}, "none")
    narrow = make("narrow", NARROW, "none")
    mended = make("mended", WILDCARD, None)
    iam.create_policy_version(PolicyArn=mended, PolicyDocument=json.dumps(NARROW), SetAsDefault=True)
    expect(mended, "IAMPolicyOverlyPermissive", "none")
    iam.attach_group_policy(GroupName="readers", PolicyArn=narrow)
    iam.create_role(RoleName="worker", AssumeRolePolicyDocument=json.dumps(TRUST), Tags=pairs({"team": "sec"}))
    iam.attach_role_policy(RoleName="worker", PolicyArn=narrow)
    iam.put_role_policy(RoleName="worker", PolicyName="inline", PolicyDocument=json.dumps(NARROW))
    iam.create_instance_profile(InstanceProfileName="worker")
    iam.add_role_to_instance_profile(InstanceProfileName="worker", RoleName="worker")
    iam.create_role(RoleName="bare", Path="/service/", AssumeRolePolicyDocument=json.dumps(TRUST))


def databases():
    rds = client("rds")
    for name, public in (("qrie-private", False), ("qrie-public", True)):
        made = rds.create_db_instance(
            DBInstanceIdentifier=name, DBInstanceClass="db.t3.micro", Engine="postgres", AllocatedStorage=20,
            MasterUsername="qrie", MasterUserPassword="correct-Horse-9-staple", PubliclyAccessible=public,
            StorageEncrypted=not public, Tags=pairs(TAGS))["DBInstance"]
        expect(made["DBInstanceArn"], "RDSPublicAccess", "violation" if public else "none")


def lambdas():
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("index.py", "def handler(event, context): return event\n")
    lambda_ = client("lambda")
    for name, more in (
            ("open", {"Environment": {"Variables": {"DB_PASSWORD": "correct-Horse-9-staple"}}, "Tags": {"team": "sec"}}),
            ("bare", {})):
        lambda_.create_function(
            FunctionName=name, Runtime="python3.11", Handler="index.handler",
            Role=client("iam").get_role(RoleName="worker")["Role"]["Arn"], Code={"ZipFile": code.getvalue()}, **more)
    lambda_.add_permission(FunctionName="open", StatementId="all", Action="lambda:InvokeFunction", Principal="*")


def tables():
    dynamodb = client("dynamodb")
    for name, more in (("orders", {"Tags": pairs(TAGS)}), ("bare", {})):
        dynamodb.create_table(
            TableName=name, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}], **more)
    dynamodb.update_continuous_backups(
        TableName="orders", PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})


def keys():
    kms = client("kms")
    rotating = kms.create_key(Description="rotating", Tags=pairs(TAGS, "TagKey", "TagValue"))["KeyMetadata"]["KeyId"]
    kms.enable_key_rotation(KeyId=rotating)
    kms.create_key(Description="signing", KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")


def rest():
    logs, sns = client("logs"), client("sns")
    logs.create_log_group(logGroupName="/qrie/kept", tags=TAGS)
    logs.put_retention_policy(logGroupName="/qrie/kept", retentionInDays=30)
    logs.create_log_group(logGroupName="/qrie/for-ever")
    topic = sns.create_topic(Name="alerts", Tags=pairs(TAGS), Attributes={"DisplayName": "Alerts"})["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="ops@example.com")
    sns.create_topic(Name="bare")


def main():
    account = client("sts").get_caller_identity()["Account"]
    iam = client("iam")
    buckets()
    instances(account)
    users(iam)
    policies(iam)
    iam.update_account_password_policy(MinimumPasswordLength=14, RequireSymbols=True, MaxPasswordAge=90)
    databases()
    lambdas()
    tables()
    keys()
    rest()


if __name__ == "__main__":
    sys.exit(main())
