module {
  "ResourceType": "AWS::EC2::FlowLog",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeFlowLogs", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "FlowLogs[]", "Permission": "ec2:DescribeFlowLogs"
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):vpc-flow-log/\(.FlowLogId)";
