module {
  "ResourceType": "AWS::EC2::Volume",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeVolumes", "Parameters": {"MaxResults": 500}, "Token": "NextToken",
    "Items": "Volumes[]", "Permission": "ec2:DescribeVolumes"
  },
  "One": {
    "By": ["VolumeId"],
    "Call": {
      "Operation": "DescribeVolumes", "Parameters": {"Filters": [{"Name": "volume-id", "Values": ["$One.VolumeId"]}]},
      "Token": "NextToken", "Items": "Volumes[]", "Permission": "ec2:DescribeVolumes"
    }
  }
};
def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):volume/\(.VolumeId)";
