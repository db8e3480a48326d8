# The account's own snapshots, with who may make volumes of them, and whether their volume and images of them are still
# there.  A snapshot's ARN names no account.
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
module {
  "ResourceType": "AWS::EC2::Snapshot",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeSnapshots", "Parameters": {"OwnerIds": ["self"], "MaxResults": 1000}, "Token": "NextToken",
    "Items": "Snapshots[]", "Permission": "ec2:DescribeSnapshots"
  },
  "Once": [
    {
      "Operation": "DescribeVolumes", "Parameters": {"MaxResults": 500}, "Token": "NextToken",
      "From": "Volumes", "Apply": "ids", "Key": "VolumeId", "Match": "VolumeId", "Into": "Volumes",
      "Permission": "ec2:DescribeVolumes"
    },
    {
      "Operation": "DescribeImages",
      "Parameters": {"Owners": ["self"], "IncludeDeprecated": true, "IncludeDisabled": true, "MaxResults": 1000},
      "Token": "NextToken", "From": "Images", "Apply": "images_of", "Key": "SnapshotId", "Match": "SnapshotId",
      "Into": "Images", "Permission": "ec2:DescribeImages"
    }
  ],
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

def ids: map({VolumeId});

# An image can be of several snapshots.
def images_of: [.[] | .ImageId as $image | .BlockDeviceMappings[]?.Ebs.SnapshotId | strings | {SnapshotId: ., ImageId: $image}];
