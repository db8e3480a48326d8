# What EC2 and EBS do in a region unless told otherwise: a type of our own, one resource a region.  CloudFormation has
# types for two of these members alone; the ARN is ours, too.
module {
  "ResourceType": "AWS::EC2::RegionSettings",
  "Service": "ec2",
  "Scope": "regional",
  "One": {"By": []},
  "Detail": [
    {
      "Operation": "GetEbsEncryptionByDefault",
      "From": "EbsEncryptionByDefault", "Into": "EbsEncryptionByDefault", "Permission": "ec2:GetEbsEncryptionByDefault"
    },
    {
      "Operation": "GetEbsDefaultKmsKeyId",
      "From": "KmsKeyId", "Into": "EbsDefaultKmsKeyId", "Permission": "ec2:GetEbsDefaultKmsKeyId"
    },
    {
      "Operation": "GetSnapshotBlockPublicAccessState",
      "Into": "SnapshotBlockPublicAccess", "Permission": "ec2:GetSnapshotBlockPublicAccessState"
    },
    {
      "Operation": "GetImageBlockPublicAccessState",
      "Into": "ImageBlockPublicAccess", "Permission": "ec2:GetImageBlockPublicAccessState"
    },
    {
      "Operation": "GetInstanceMetadataDefaults",
      "From": "AccountLevel", "Into": "InstanceMetadataDefaults", "Permission": "ec2:GetInstanceMetadataDefaults"
    },
    {
      "Operation": "GetSerialConsoleAccessStatus",
      "From": "SerialConsoleAccessEnabled", "Into": "SerialConsoleAccessEnabled",
      "Permission": "ec2:GetSerialConsoleAccessStatus"
    },
    {
      "Operation": "DescribeVpcBlockPublicAccessOptions",
      "From": "VpcBlockPublicAccessOptions", "Into": "VpcBlockPublicAccessOptions",
      "Permission": "ec2:DescribeVpcBlockPublicAccessOptions"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):settings";
