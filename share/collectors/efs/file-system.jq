# IAM knows the service as elasticfilesystem.  A file system without a policy of its own says PolicyNotFound.
# https://docs.aws.amazon.com/efs/latest/ug/API_DescribeFileSystemPolicy.html
# Subnets: the one that a mount target is in.
module {
  "ResourceType": "AWS::EFS::FileSystem",
  "Service": "efs",
  "AccountService": "elasticfilesystem",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeFileSystems", "Parameters": {"MaxItems": 100},
    "Token": {"In": "Marker", "Out": "NextMarker"},
    "Items": "FileSystems[]", "Permission": "elasticfilesystem:DescribeFileSystems"
  },
  "Once": [
    {
      "Service": "backup", "Operation": "ListProtectedResources", "Parameters": {"MaxResults": 1000},
      "Token": "NextToken",
      "From": "Results", "Key": "ResourceArn", "Match": "FileSystemArn", "Into": "ProtectedResources",
      "Permission": "backup:ListProtectedResources"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeFileSystemPolicy", "Parameters": {"FileSystemId": ".FileSystemId"},
      "From": "Policy", "Into": "Policy", "NotConfigured": ["PolicyNotFound"],
      "Permission": "elasticfilesystem:DescribeFileSystemPolicy"
    },
    {
      "Operation": "DescribeBackupPolicy", "Parameters": {"FileSystemId": ".FileSystemId"},
      "From": "BackupPolicy", "Into": "BackupPolicy", "NotConfigured": ["PolicyNotFound"],
      "Permission": "elasticfilesystem:DescribeBackupPolicy"
    },
    {
      "Operation": "DescribeLifecycleConfiguration", "Parameters": {"FileSystemId": ".FileSystemId"},
      "From": "LifecyclePolicies", "Into": "LifecyclePolicies",
      "Permission": "elasticfilesystem:DescribeLifecycleConfiguration"
    },
    {
      "Operation": "DescribeMountTargets", "Parameters": {"FileSystemId": ".FileSystemId"},
      "Token": {"In": "Marker", "Out": "NextMarker"},
      "From": "MountTargets", "Into": "MountTargets", "Permission": "elasticfilesystem:DescribeMountTargets"
    },
    {
      "Service": "ec2", "Operation": "DescribeSubnets", "Each": "MountTargets[]",
      "Parameters": {"SubnetIds": [".SubnetId"]},
      "Token": "NextToken",
      "From": "Subnets", "Into": "Subnets", "Permission": "ec2:DescribeSubnets"
    }
  ],
  "Gone": ["FileSystemNotFound"]
};

def arn($at): .FileSystemArn;
