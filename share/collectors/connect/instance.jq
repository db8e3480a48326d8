module {
  "ResourceType": "AWS::Connect::Instance",
  "Service": "connect",
  "Scope": "regional",
  "List": {
    "Operation": "ListInstances", "Parameters": {"MaxResults": 10}, "Token": "NextToken",
    "Items": "InstanceSummaryList[]", "Permission": "connect:ListInstances"
  },
  "Detail": [
    {
      "Operation": "DescribeInstance", "Parameters": {"InstanceId": ".Id"},
      "From": "Instance", "Into": ".", "Permission": "connect:DescribeInstance"
    },
    {
      "Operation": "DescribeInstanceAttribute", "Parameters": {"InstanceId": ".Id", "AttributeType": "CONTACTFLOW_LOGS"},
      "From": "Attribute.Value", "Into": "ContactflowLogs", "Permission": "connect:DescribeInstanceAttribute"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .Arn;
