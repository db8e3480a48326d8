module {
  "Title": "EBS volume is of a type with a cheaper successor",
  "ResourceType": "AWS::EC2::Volume",
  "Severity": 25,
  "Category": "cost",
  "OnRequest": true,
  "Reads": [".Configuration.VolumeType"],
  "Parameters": {"Types": ["gp2", "standard"]},
  "Remediation": "Change the type while the volume is in use: aws ec2 modify-volume --volume-id VOLUME --volume-type gp3. A volume of gp2 larger than 1 TiB needs --iops and --throughput to stay as fast as it was.",
  "Source": [
    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html",
    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modify-volume.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.Types | items("Types")) as $types
  | .Configuration.VolumeType
  | text("VolumeType")
  | select(. as $type | any($types[]; . == $type))
  | {Message: "the volume is of type \(.)", Evidence: {VolumeType: .}};
