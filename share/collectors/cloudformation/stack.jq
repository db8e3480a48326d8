# Deleted stacks are not listed.  Parameters are often secrets, whether they were declared with NoEcho or not.
module {
  "ResourceType": "AWS::CloudFormation::Stack",
  "Service": "cloudformation",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeStacks", "Token": "NextToken",
    "Items": "Stacks[]", "Permission": "cloudformation:DescribeStacks"
  },
  "Redact": [".Parameters[].ParameterValue", ".Parameters[].ResolvedValue"]
};

def arn($at): .StackId;
