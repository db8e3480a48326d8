module {
  "ResourceType": "AWS::CloudWatch::Alarm",
  "Service": "cloudwatch",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeAlarms", "Parameters": {"AlarmTypes": ["MetricAlarm"], "MaxRecords": 100},
    "Token": "NextToken",
    "Items": "MetricAlarms[]", "Permission": "cloudwatch:DescribeAlarms"
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
