# An instance joined with the volumes attached to it, and with what no listing tells: whether it can be terminated by a
# call, and that it has user data, which often holds secrets.
# A terminated instance is shown by EC2 for about an hour more; it is not there any longer.
module {
  "ResourceType": "AWS::EC2::Instance",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeInstances",
    "Parameters": {
      "MaxResults": 1000,
      "Filters": [{"Name": "instance-state-name", "Values": ["pending", "running", "shutting-down", "stopping", "stopped"]}]
    },
    "Token": "NextToken", "Items": "Reservations[].Instances[]", "Permission": "ec2:DescribeInstances"
  },
  "One": {
    "By": ["InstanceId"],
    "Call": {
      "Operation": "DescribeInstances",
      "Parameters": {
        "Filters": [
          {"Name": "instance-id", "Values": ["$One.InstanceId"]},
          {"Name": "instance-state-name", "Values": ["pending", "running", "shutting-down", "stopping", "stopped"]}
        ]
      },
      "Token": "NextToken", "Items": "Reservations[].Instances[]", "Permission": "ec2:DescribeInstances"
    },
    "Once": {"Volumes": {"Filters": [{"Name": "attachment.instance-id", "Values": ["$One.InstanceId"]}]}}
  },
  "Once": [
    {
      "Operation": "DescribeVolumes", "Parameters": {"MaxResults": 500}, "Token": "NextToken",
      "From": "Volumes", "Key": "VolumeId", "Match": "BlockDeviceMappings[].Ebs.VolumeId",
      "Into": "Volumes", "Permission": "ec2:DescribeVolumes"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeInstanceAttribute",
      "Parameters": {"InstanceId": ".InstanceId", "Attribute": "disableApiTermination"},
      "From": "DisableApiTermination.Value", "Into": "DisableApiTermination", "Permission": "ec2:DescribeInstanceAttribute"
    },
    {
      "Operation": "DescribeInstanceAttribute", "Parameters": {"InstanceId": ".InstanceId", "Attribute": "userData"},
      "From": "UserData.Value", "Into": "UserData", "Permission": "ec2:DescribeInstanceAttribute"
    }
  ],
  "Redact": [".UserData"],
  "Gone": ["InvalidInstanceID.NotFound"]
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):instance/\(.InstanceId)";
