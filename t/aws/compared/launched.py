"""What the AWS CLI says of the types of the first release."""
import base64
import csv
import io

from cli import aws, part


def account_access_block(account):
    return part(aws("s3control get-public-access-block --account-id {a}", "NoSuchPublicAccessBlockConfiguration", a=account),
                "PublicAccessBlockConfiguration")


def buckets(account, regions):
    block = account_access_block(account)
    for item in aws("s3api list-buckets --page-size 10000")["Buckets"]:
        name = item["Name"]
        location = aws("s3api get-bucket-location --bucket {b}", b=name)
        region = location.get("LocationConstraint") or "us-east-1"

        def get(what, *absent):
            return aws(f"s3api get-{what} --bucket {{b}}", *absent, b=name, region=region)

        yield f"arn:aws:s3:::{name}", region, item | {
            "AccountPublicAccessBlockConfiguration": block,
            "Location": location,
            "PublicAccessBlockConfiguration": part(
                get("public-access-block", "NoSuchPublicAccessBlockConfiguration"), "PublicAccessBlockConfiguration"),
            "Versioning": get("bucket-versioning"),
            "Encryption": get("bucket-encryption", "ServerSideEncryptionConfigurationNotFoundError"),
            "Tags": part(get("bucket-tagging", "NoSuchTagSet"), "TagSet"),
            "Policy": part(get("bucket-policy", "NoSuchBucketPolicy"), "Policy"),
            "PolicyStatus": part(get("bucket-policy-status", "NoSuchBucketPolicy"), "PolicyStatus"),
            "Acl": get("bucket-acl"),
            "OwnershipControls": part(
                get("bucket-ownership-controls", "OwnershipControlsNotFoundError"), "OwnershipControls"),
            "Logging": get("bucket-logging"),
            "Lifecycle": get("bucket-lifecycle-configuration", "NoSuchLifecycleConfiguration"),
            "ObjectLockConfiguration": part(
                get("object-lock-configuration", "ObjectLockConfigurationNotFoundError"), "ObjectLockConfiguration"),
            "ReplicationConfiguration": part(
                get("bucket-replication", "ReplicationConfigurationNotFoundError"), "ReplicationConfiguration"),
            "Notification": get("bucket-notification-configuration"),
            "Website": get("bucket-website", "NoSuchWebsiteConfiguration"),
            "CORSRules": part(get("bucket-cors", "NoSuchCORSConfiguration"), "CORSRules"),
        }


def instances(account, regions):
    for region in regions:
        volumes = {v["VolumeId"]: v for v in aws("ec2 describe-volumes", region=region)["Volumes"]}
        for reservation in aws("ec2 describe-instances", region=region)["Reservations"]:
            for item in reservation["Instances"]:
                if item["State"]["Name"] == "terminated":
                    continue
                arn = f"arn:aws:ec2:{region}:{account}:instance/{item['InstanceId']}"
                attached = [m["Ebs"]["VolumeId"] for m in item["BlockDeviceMappings"]]

                def attribute(name, member):
                    return aws("ec2 describe-instance-attribute --instance-id {i} --attribute {a}", i=item["InstanceId"], a=name,
                               region=region).get(member, {}).get("Value")

                yield arn, region, item | {
                    "Volumes": [volumes[v] for v in attached],
                    "DisableApiTermination": attribute("disableApiTermination", "DisableApiTermination"),
                    "UserData": attribute("userData", "UserData") and "(redacted)",
                }


def volumes(account, regions):
    for region in regions:
        for item in aws("ec2 describe-volumes", region=region)["Volumes"]:
            yield f"arn:aws:ec2:{region}:{account}:volume/{item['VolumeId']}", region, item


def security_groups(account, regions):
    for region in regions:
        interfaces = aws("ec2 describe-network-interfaces", region=region)["NetworkInterfaces"]
        for item in aws("ec2 describe-security-groups", region=region)["SecurityGroups"]:
            used = sum(group["GroupId"] == item["GroupId"] for interface in interfaces for group in interface["Groups"])
            yield f"arn:aws:ec2:{region}:{account}:security-group/{item['GroupId']}", region, item | {
                "NetworkInterfaces": [{"GroupId": item["GroupId"], "Count": used}] if used else []}


def inline_policies(kind, name):
    return [{"PolicyName": p, "PolicyDocument": aws(
                f"iam get-{kind}-policy --{kind}-name {{n}} --policy-name {{p}}", n=name, p=p)["PolicyDocument"]}
            for p in aws(f"iam list-{kind}-policies --{kind}-name {{n}}", n=name)["PolicyNames"]]


def users(account, regions):
    for item in aws("iam list-users")["Users"]:
        def get(what, *absent):
            return aws(f"iam {what} --user-name {{n}}", *absent, n=item["UserName"])

        keys = [key | {"LastUsed": aws("iam get-access-key-last-used --access-key-id {k}", k=key["AccessKeyId"])["AccessKeyLastUsed"]}
                for key in get("list-access-keys")["AccessKeyMetadata"]]
        yield f"arn:aws:iam::{account}:user/{item['UserName']}", "global", item | {
            "LoginProfile": part(get("get-login-profile", "NoSuchEntity"), "LoginProfile"),
            "MFADevices": get("list-mfa-devices")["MFADevices"],
            "AccessKeys": keys,
            "AttachedPolicies": get("list-attached-user-policies")["AttachedPolicies"],
            "Policies": inline_policies("user", item["UserName"]),
            "Groups": get("list-groups-for-user")["Groups"],
            "Tags": get("list-user-tags")["Tags"],
        }


def managed_policies(account, regions):
    for item in aws("iam list-policies --scope Local")["Policies"]:
        arn = item["Arn"]
        entities = aws("iam list-entities-for-policy --policy-arn {a}", a=arn)
        yield f"arn:aws:iam::{account}:policy/{item['PolicyName']}", "global", item | {
            "PolicyVersion": aws("iam get-policy-version --policy-arn {a} --version-id {v}", a=arn,
                                 v=item["DefaultVersionId"])["PolicyVersion"],
            "PolicyGroups": entities["PolicyGroups"],
            "PolicyUsers": entities["PolicyUsers"],
            "PolicyRoles": entities["PolicyRoles"],
            "Tags": aws("iam list-policy-tags --policy-arn {a}", a=arn)["Tags"],
        }


def roles(account, regions):
    for item in aws("iam list-roles")["Roles"]:
        def get(what):
            return aws(f"iam {what} --role-name {{n}}", n=item["RoleName"])

        yield f"arn:aws:iam::{account}:role{item['Path']}{item['RoleName']}", "global", item | {
            "RoleLastUsed": get("get-role")["Role"].get("RoleLastUsed"),
            "AttachedPolicies": get("list-attached-role-policies")["AttachedPolicies"],
            "Policies": inline_policies("role", item["RoleName"]),
            "InstanceProfiles": get("list-instance-profiles-for-role")["InstanceProfiles"],
            "Tags": get("list-role-tags")["Tags"],
        }


def the_account(account, regions):
    aws("iam generate-credential-report")
    content = aws("iam get-credential-report")["Content"]
    rows = list(csv.DictReader(io.StringIO(base64.b64decode(content).decode())))
    expected = {
        "AccountSummary": aws("iam get-account-summary")["SummaryMap"],
        "PasswordPolicy": part(aws("iam get-account-password-policy", "NoSuchEntity"), "PasswordPolicy"),
        "AccountPublicAccessBlockConfiguration": account_access_block(account),
        "RootVirtualMFADevices": [
            device for device in aws("iam list-virtual-mfa-devices --assignment-status Assigned")["VirtualMFADevices"]
            if device["SerialNumber"].endswith(":mfa/root-account-mfa-device")],
        "Organization": part(aws("organizations describe-organization", "AWSOrganizationsNotInUseException"), "Organization"),
    }
    for kind in ("Security", "Operations", "Billing"):
        expected[f"{kind}Contact"] = part(aws(f"account get-alternate-contact --alternate-contact-type {kind.upper()}",
                                              "ResourceNotFoundException"), "AlternateContact")
    root = [row for row in rows if row["user"] == "<root_account>"]
    if root:	# moto's report has none
        expected["RootCredentialReport"] = root[0]
    yield f"arn:aws:iam::{account}:root", "global", expected


def databases(account, regions):
    for region in regions:
        for item in aws("rds describe-db-instances", region=region)["DBInstances"]:
            yield f"arn:aws:rds:{region}:{account}:db:{item['DBInstanceIdentifier']}", region, item


def keys(account, regions):
    for region in regions:
        aliases = aws("kms list-aliases", region=region)["Aliases"]
        for item in aws("kms list-keys", region=region)["Keys"]:
            def get(what, *absent):
                return aws(f"kms {what} --key-id {{k}}", *absent, k=item["KeyId"], region=region)

            yield f"arn:aws:kms:{region}:{account}:key/{item['KeyId']}", region, item | get("describe-key")["KeyMetadata"] | {
                "Aliases": [alias for alias in aliases if alias.get("TargetKeyId") == item["KeyId"]],
                "Rotation": get("get-key-rotation-status", "UnsupportedOperationException"),
                "Policy": get("get-key-policy --policy-name default")["Policy"],
                "Tags": get("list-resource-tags")["Tags"],
            }


def functions(account, regions):
    for region in regions:
        subnets = {s["SubnetId"]: s for s in aws("ec2 describe-subnets", region=region)["Subnets"]}
        for item in aws("lambda list-functions", region=region)["Functions"]:
            def get(what, *absent):
                return aws(f"lambda {what} --function-name {{f}}", *absent, f=item["FunctionName"], region=region)

            variables = item.get("Environment", {}).get("Variables", {})
            for name in variables:
                variables[name] = "(redacted)"
            yield f"arn:aws:lambda:{region}:{account}:function:{item['FunctionName']}", region, item | {
                "Subnets": [subnets[s] for s in item.get("VpcConfig", {}).get("SubnetIds", [])],
                "Policy": part(get("get-policy", "ResourceNotFoundException"), "Policy"),
                "FunctionUrlConfig": get("get-function-url-config", "ResourceNotFoundException"),
                "ReservedConcurrentExecutions": get("get-function-concurrency").get("ReservedConcurrentExecutions"),
                "CodeSigningConfigArn": get("get-function-code-signing-config").get("CodeSigningConfigArn"),
                "Tags": aws("lambda list-tags --resource {a}", a=item["FunctionArn"], region=region)["Tags"],
            }


def tables(account, regions):
    for region in regions:
        for name in aws("dynamodb list-tables", region=region)["TableNames"]:
            arn = f"arn:aws:dynamodb:{region}:{account}:table/{name}"
            yield arn, region, aws("dynamodb describe-table --table-name {t}", t=name, region=region)["Table"] | {
                "ContinuousBackups": aws("dynamodb describe-continuous-backups --table-name {t}", t=name,
                                         region=region)["ContinuousBackupsDescription"],
                "TimeToLive": aws("dynamodb describe-time-to-live --table-name {t}", t=name, region=region)["TimeToLiveDescription"],
                "Policy": part(aws("dynamodb get-resource-policy --resource-arn {a}", "PolicyNotFoundException", a=arn,
                                   region=region), "Policy"),
                "Tags": aws("dynamodb list-tags-of-resource --resource-arn {a}", a=arn, region=region)["Tags"],
            }


def log_groups(account, regions):
    for region in regions:
        filters = aws("logs describe-metric-filters", region=region)["metricFilters"]
        alarms = aws("cloudwatch describe-alarms --alarm-types MetricAlarm", region=region)["MetricAlarms"]
        trails = aws("cloudtrail describe-trails", region=region)["trailList"]
        for item in aws("logs describe-log-groups", region=region)["logGroups"]:
            arn = f"arn:aws:logs:{region}:{account}:log-group:{item['logGroupName']}"
            own = [one for one in filters if one["logGroupName"] == item["logGroupName"]]
            counted = [made["metricName"] for one in own for made in one["metricTransformations"]]
            yield arn, region, item | {
                "MetricFilters": own,
                "MetricAlarms": [one for name in counted for one in alarms if one.get("MetricName") == name],
                "Trails": [one for one in trails if one.get("CloudWatchLogsLogGroupArn") == item["arn"]],
                "SubscriptionFilters": aws("logs describe-subscription-filters --log-group-name {n}", n=item["logGroupName"],
                                           region=region)["subscriptionFilters"],
                "Tags": aws("logs list-tags-for-resource --resource-arn {a}", a=arn, region=region)["tags"]}


def topics(account, regions):
    for region in regions:
        for item in aws("sns list-topics", region=region)["Topics"]:
            arn = item["TopicArn"]
            yield arn, region, item | {
                "Attributes": aws("sns get-topic-attributes --topic-arn {a}", a=arn, region=region)["Attributes"],
                "Tags": aws("sns list-tags-for-resource --resource-arn {a}", a=arn, region=region)["Tags"],
            }


TYPES = {
    "AWS::S3::Bucket": buckets,
    "AWS::EC2::Instance": instances,
    "AWS::EC2::Volume": volumes,
    "AWS::EC2::SecurityGroup": security_groups,
    "AWS::IAM::User": users,
    "AWS::IAM::ManagedPolicy": managed_policies,
    "AWS::IAM::Role": roles,
    "AWS::::Account": the_account,
    "AWS::RDS::DBInstance": databases,
    "AWS::KMS::Key": keys,
    "AWS::Lambda::Function": functions,
    "AWS::DynamoDB::Table": tables,
    "AWS::Logs::LogGroup": log_groups,
    "AWS::SNS::Topic": topics,
}
