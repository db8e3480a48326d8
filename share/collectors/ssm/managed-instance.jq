# What Systems Manager manages, with its compliance by kind: patches, associations and what users add.
# EC2's instances are here by AWS Config's name and ARN, which are not those of the instance.
module {
  "ResourceType": "AWS::SSM::ManagedInstanceInventory",
  "Service": "ssm",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeInstanceInformation", "Parameters": {"MaxResults": 50}, "Token": "NextToken",
    "Items": "InstanceInformationList[]", "Permission": "ssm:DescribeInstanceInformation"
  },
  "Once": [
    {
      "Operation": "ListResourceComplianceSummaries", "Parameters": {"MaxResults": 50}, "Token": "NextToken",
      "From": "ResourceComplianceSummaryItems", "Key": "ResourceId", "Match": "InstanceId", "Into": "Compliance",
      "Permission": "ssm:ListResourceComplianceSummaries"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):ssm:\($at.Region):\($at.Account):managed-instance-inventory/\(.InstanceId)";
