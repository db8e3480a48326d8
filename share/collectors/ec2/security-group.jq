# With the number of network interfaces that use it: a group in use by none may be there for nothing.
module {
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeSecurityGroups", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "SecurityGroups[]", "Permission": "ec2:DescribeSecurityGroups"
  },
  "One": {
    "By": ["GroupId"],
    "Call": {
      "Operation": "DescribeSecurityGroups",
      "Parameters": {"Filters": [{"Name": "group-id", "Values": ["$One.GroupId"]}]},
      "Token": "NextToken", "Items": "SecurityGroups[]", "Permission": "ec2:DescribeSecurityGroups"
    },
    "Once": {"NetworkInterfaces": {"Filters": [{"Name": "group-id", "Values": ["$One.GroupId"]}]}}
  },
  "Once": [
    {
      "Operation": "DescribeNetworkInterfaces", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
      "From": "NetworkInterfaces", "Apply": "counts", "Key": "GroupId", "Match": "GroupId", "Into": "NetworkInterfaces",
      "Permission": "ec2:DescribeNetworkInterfaces"
    }
  ]
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):security-group/\(.GroupId)";

# Of each group: a default group can be that of thousands.
def counts: map(.Groups[]?.GroupId) | group_by(.) | map({GroupId: .[0], Count: length});
