module {
  "ResourceType": "AWS::EC2::Volume", "Service": "ec2", "Scope": "regional",
  "List": {"Operation": "DescribeVolumes", "Items": "Volumes[]", "Token": "NextToken", "Permission": "ec2:DescribeVolumes"}
};
def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):volume/\(.VolumeId)";
