# An Elastic IP address; one without AssociationId is paid for and not used.
module {
  "ResourceType": "AWS::EC2::EIP",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeAddresses", "Items": "Addresses[]", "Permission": "ec2:DescribeAddresses"
  },
  "One": {
    "By": ["AllocationId"],
    "Call": {
      "Operation": "DescribeAddresses",
      "Parameters": {"Filters": [{"Name": "allocation-id", "Values": ["$One.AllocationId"]}]},
      "Items": "Addresses[]", "Permission": "ec2:DescribeAddresses"
    }
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):elastic-ip/\(.AllocationId)";
