# The account's own snapshots, with who may make volumes of them.  A snapshot's ARN names no account.
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
module {
  "ResourceType": "AWS::EC2::Snapshot",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeSnapshots", "Parameters": {"OwnerIds": ["self"], "MaxResults": 1000}, "Token": "NextToken",
    "Items": "Snapshots[]", "Permission": "ec2:DescribeSnapshots"
  },
  "Detail": [
    {
      "Operation": "DescribeSnapshotAttribute",
      "Parameters": {"SnapshotId": ".SnapshotId", "Attribute": "createVolumePermission"},
      "From": "CreateVolumePermissions", "Into": "CreateVolumePermissions", "Permission": "ec2:DescribeSnapshotAttribute"
    }
  ],
  "Gone": ["InvalidSnapshot.NotFound"]
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region)::snapshot/\(.SnapshotId)";
