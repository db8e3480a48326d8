# One of a region's settings; of the others Terraform says nothing here.
module {
  "ResourceType": "AWS::EC2::RegionSettings",
  "Service": "ec2"
};
include "known";

def arn: "arn:\(.Partition):ec2:\(.Region):\(.Account):settings";

def configuration: {
  EbsEncryptionByDefault: .enabled,
  EbsDefaultKmsKeyId: elsewhere,
  SnapshotBlockPublicAccess: elsewhere,
  ImageBlockPublicAccess: elsewhere,
  SerialConsoleAccessEnabled: elsewhere,
  VpcBlockPublicAccessOptions: elsewhere,
  InstanceMetadataDefaults: elsewhere
};
