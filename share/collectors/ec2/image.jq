# The account's own AMIs, those out of use (deprecated, disabled) too.  An AMI's ARN names no account.
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
module {
  "ResourceType": "AWS::EC2::Image",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeImages",
    "Parameters": {"Owners": ["self"], "IncludeDeprecated": true, "IncludeDisabled": true, "MaxResults": 1000},
    "Token": "NextToken", "Items": "Images[]", "Permission": "ec2:DescribeImages"
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region)::image/\(.ImageId)";
