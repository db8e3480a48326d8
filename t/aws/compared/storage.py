"""What the AWS CLI says of files, backups and access points."""
from cli import aws, part
from compared.databases import NO_BACKUP, protected


def file_systems(account, regions):
    for region in regions:
        for item in aws("efs describe-file-systems", region=region)["FileSystems"]:
            def get(what, *absent):
                return aws(f"efs describe-{what} --file-system-id {{f}}", *absent, f=item["FileSystemId"], region=region)

            targets = get("mount-targets")["MountTargets"]
            for target in targets:
                target["Subnets"] = aws("ec2 describe-subnets --subnet-ids {s}", s=target["SubnetId"], region=region)["Subnets"]
            arn = f"arn:aws:elasticfilesystem:{region}:{account}:file-system/{item['FileSystemId']}"
            yield arn, region, item | protected(arn, region) | {
                "Policy": part(get("file-system-policy", "PolicyNotFound"), "Policy"),
                "BackupPolicy": part(get("backup-policy", "PolicyNotFound"), "BackupPolicy"),
                "LifecyclePolicies": get("lifecycle-configuration")["LifecyclePolicies"],
                "MountTargets": targets,
            }


def file_access_points(account, regions):
    for region in regions:
        for item in aws("efs describe-access-points", region=region)["AccessPoints"]:
            yield f"arn:aws:elasticfilesystem:{region}:{account}:access-point/{item['AccessPointId']}", region, item


def windows(account, regions):
    for region in regions:
        for item in aws("fsx describe-file-systems", region=region)["FileSystems"]:
            yield item["ResourceARN"], region, item


def backup_tags(arn, region):
    return {"Tags": aws("backup list-tags --resource-arn {a}", a=arn, region=region).get("Tags")}


def plans(account, regions):
    for region in regions:
        for item in aws("backup list-backup-plans", region=region)["BackupPlansList"]:
            def get(what, **more):
                return aws(f"backup {what} --backup-plan-id {{p}}", p=item["BackupPlanId"], region=region, **more)

            selections = get("list-backup-selections")["BackupSelectionsList"]
            for one in selections:
                one["BackupSelection"] = get("get-backup-selection --selection-id {s}", s=one["SelectionId"])["BackupSelection"]
            yield f"arn:aws:backup:{region}:{account}:backup-plan:{item['BackupPlanId']}", region, item | {
                "BackupPlan": get("get-backup-plan")["BackupPlan"], "BackupSelections": selections,
            } | backup_tags(item["BackupPlanArn"], region)


def access_points(account, regions):
    for region in regions:
        for item in aws("s3control list-access-points --account-id {a}", a=account, region=region)["AccessPointList"]:
            def get(what, *absent):
                return aws(f"s3control get-access-point{what} --account-id {{a}} --name {{n}}", *absent, a=account, n=item["Name"],
                           region=region)

            arn = f"arn:aws:s3:{region}:{account}:accesspoint/{item['Name']}"
            yield arn, region, item | get("") | {
                "Policy": part(get("-policy", "NoSuchAccessPointPolicy"), "Policy"),
                "PolicyStatus": part(get("-policy-status", "NoSuchAccessPointPolicy"), "PolicyStatus"),
                "Tags": aws("s3control list-tags-for-resource --account-id {a} --resource-arn {r}", a=account, r=arn,
                            region=region)["Tags"],
            }


def points_of_regions(account, regions):
    found = aws("s3control list-multi-region-access-points --account-id {a}", a=account, region="us-west-2")
    for item in found["AccessPoints"]:
        yield f"arn:aws:s3::{account}:accesspoint/{item['Alias']}", "global", item


TYPES = {
    "AWS::EFS::FileSystem": file_systems,
    "AWS::EFS::AccessPoint": file_access_points,
    "AWS::FSx::FileSystem": windows,
    "AWS::Backup::BackupPlan": plans,
    "AWS::S3::AccessPoint": access_points,
    "AWS::S3::MultiRegionAccessPoint": points_of_regions,
}

LACKS = {
    "moto": {
        "AWS::EFS::FileSystem": NO_BACKUP,
        "AWS::Backup::BackupPlan": "no selections",
        "AWS::Backup::BackupVault": "no policies",
        "AWS::Backup::RecoveryPoint": "none",
    },
    "ministack": {
        "AWS::FSx::FileSystem": "none",
        "AWS::Backup::BackupVault": "no policies",
        "AWS::Backup::RecoveryPoint": "the list is always empty",
        "AWS::S3::AccessPoint": "none",
        "AWS::S3::MultiRegionAccessPoint": "none",
    },
}
