# CloudWatch Logs gives two ARNs; the one that tags and policies of the group itself use has no ":*" at its end, the one
# that trails name has it.  Joined are the trails that write to the group, its metric filters, and the alarms on what
# these count, by the metric's name alone: whether the namespace is the same is for who reads it to see.
module {
  "ResourceType": "AWS::Logs::LogGroup",
  "Service": "logs",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeLogGroups", "Parameters": {"limit": 50}, "Token": "nextToken",
    "Items": "logGroups[]", "Permission": "logs:DescribeLogGroups"
  },
  "One": {
    "By": ["logGroupName"],
    "Call": {
      "Operation": "DescribeLogGroups", "Parameters": {"limit": 50, "logGroupNamePrefix": "$One.logGroupName"}, "Token": "nextToken",
      "Items": "logGroups[]", "Permission": "logs:DescribeLogGroups"
    },
    "Once": {"MetricFilters": {"logGroupName": "$One.logGroupName"}}
  },
  "Once": [
    {
      "Operation": "DescribeMetricFilters", "Parameters": {"limit": 50}, "Token": "nextToken",
      "From": "metricFilters", "Key": "logGroupName", "Match": "logGroupName", "Into": "MetricFilters",
      "Permission": "logs:DescribeMetricFilters"
    },
    {
      "Service": "cloudwatch", "Operation": "DescribeAlarms",
      "Parameters": {"AlarmTypes": ["MetricAlarm"], "MaxRecords": 100}, "Token": "NextToken",
      "From": "MetricAlarms", "Key": "MetricName", "Match": "MetricFilters[].metricTransformations[].metricName",
      "Into": "MetricAlarms", "Permission": "cloudwatch:DescribeAlarms"
    },
    {
      "Service": "cloudtrail", "Operation": "DescribeTrails",
      "From": "trailList", "Key": "CloudWatchLogsLogGroupArn", "Match": "arn", "Into": "Trails",
      "Permission": "cloudtrail:DescribeTrails"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeSubscriptionFilters", "Parameters": {"logGroupName": ".logGroupName"}, "Token": "nextToken",
      "From": "subscriptionFilters", "Into": "SubscriptionFilters", "Permission": "logs:DescribeSubscriptionFilters"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"resourceArn": "$ARN"},
      "From": "tags", "Into": "Tags", "Permission": "logs:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): "arn:\($at.Partition):logs:\($at.Region):\($at.Account):log-group:\(.logGroupName)";
