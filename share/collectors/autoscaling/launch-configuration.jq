module {
  "ResourceType": "AWS::AutoScaling::LaunchConfiguration",
  "Service": "autoscaling",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeLaunchConfigurations", "Parameters": {"MaxRecords": 100}, "Token": "NextToken",
    "Items": "LaunchConfigurations[]", "Permission": "autoscaling:DescribeLaunchConfigurations"
  },
  "Tags": null,
  "Redact": [".UserData"]
};

def arn($at): .LaunchConfigurationARN;
