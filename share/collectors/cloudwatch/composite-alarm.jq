module {
  "ResourceType": "AWS::CloudWatch::CompositeAlarm",
  "Service": "cloudwatch",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeAlarms", "Parameters": {"AlarmTypes": ["CompositeAlarm"], "MaxRecords": 100},
    "Token": "NextToken",
    "Items": "CompositeAlarms[]", "Permission": "cloudwatch:DescribeAlarms"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceARN": ".AlarmArn"},
      "From": "Tags", "Into": "Tags", "Permission": "cloudwatch:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundException", "ResourceNotFound"]
};

def arn($at): .AlarmArn;
