module {
  "Title": "Region does not encrypt new EBS volumes by default",
  "ResourceType": "AWS::EC2::RegionSettings",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.EbsEncryptionByDefault"],
  "Remediation": "Turn it on, once in each region: aws ec2 enable-ebs-encryption-by-default, and choose the key with aws ec2 modify-ebs-default-kms-key-id --kms-key-id KEY. Volumes that are there already stay as they are.",
  "Source": [
    "https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-7"
  ]
};
include "check";

def violation:
  .Configuration.EbsEncryptionByDefault
  | flag("EbsEncryptionByDefault")
  | select(. != true)
  | {Message: "new volumes are not encrypted unless each asks for it", Evidence: {EbsEncryptionByDefault: .}};
