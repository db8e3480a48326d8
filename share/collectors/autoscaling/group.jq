# With its scaling policies, and the alarms that start them.
module {
  "ResourceType": "AWS::AutoScaling::AutoScalingGroup",
  "Service": "autoscaling",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeAutoScalingGroups", "Parameters": {"MaxRecords": 100}, "Token": "NextToken",
    "Items": "AutoScalingGroups[]", "Permission": "autoscaling:DescribeAutoScalingGroups"
  },
  "Once": [
    {
      "Operation": "DescribePolicies", "Parameters": {"MaxRecords": 100}, "Token": "NextToken",
      "From": "ScalingPolicies", "Key": "AutoScalingGroupName", "Match": "AutoScalingGroupName",
      "Into": "ScalingPolicies", "Permission": "autoscaling:DescribePolicies"
    }
  ]
};

def arn($at): .AutoScalingGroupARN;
