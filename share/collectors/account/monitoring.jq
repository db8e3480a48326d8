# What watches over an account in a region, or does not: where nothing is enabled there is no resource to judge, but this
# one.  A type of our own, one resource a region; the ARN is ours, too.  Trails include the shadows of those of other
# regions and of the organization's.
module {
  "ResourceType": "AWS::::Monitoring",
  "Service": "ec2",
  "AccountService": "account",
  "Scope": "regional",
  "Detail": [
    {
      "Service": "cloudtrail", "Operation": "DescribeTrails", "Parameters": {"includeShadowTrails": true},
      "From": "trailList", "Into": "Trails", "Permission": "cloudtrail:DescribeTrails"
    },
    {
      "Service": "cloudtrail", "Each": "Trails[]", "Operation": "GetTrailStatus", "Parameters": {"Name": ".TrailARN"},
      "From": "IsLogging", "Into": "IsLogging", "Permission": "cloudtrail:GetTrailStatus"
    },
    {
      "Service": "config", "Operation": "DescribeConfigurationRecorders",
      "From": "ConfigurationRecorders", "Into": "ConfigurationRecorders",
      "Permission": "config:DescribeConfigurationRecorders"
    },
    {
      "Service": "config", "Operation": "DescribeConfigurationRecorderStatus",
      "From": "ConfigurationRecordersStatus", "Into": "ConfigurationRecordersStatus",
      "Permission": "config:DescribeConfigurationRecorderStatus"
    },
    {
      "Service": "guardduty", "Operation": "ListDetectors", "Parameters": {"MaxResults": 50}, "Token": "NextToken",
      "From": "DetectorIds", "As": "DetectorId", "Into": "Detectors", "Permission": "guardduty:ListDetectors"
    },
    {
      "Service": "guardduty", "Each": "Detectors[]", "Operation": "GetDetector",
      "Parameters": {"DetectorId": ".DetectorId"},
      "From": "Status", "Into": "Status", "Permission": "guardduty:GetDetector"
    },
    {
      "Service": "securityhub", "Operation": "DescribeHub",
      "Into": "SecurityHub", "NotConfigured": ["InvalidAccessException", "ResourceNotFoundException"],
      "Permission": "securityhub:DescribeHub"
    },
    {
      "Service": "accessanalyzer", "Operation": "ListAnalyzers", "Parameters": {"maxResults": 100},
      "Token": "nextToken",
      "From": "analyzers", "Into": "Analyzers", "Permission": "access-analyzer:ListAnalyzers"
    },
    {
      "Service": "inspector2", "Operation": "BatchGetAccountStatus", "Parameters": {"accountIds": ["$Account"]},
      "From": "accounts", "Into": "Inspector", "Permission": "inspector2:BatchGetAccountStatus"
    },
    {
      "Service": "macie2", "Operation": "GetMacieSession",
      "Into": "Macie", "NotConfigured": ["AccessDeniedException: Macie is not enabled"],
      "Permission": "macie2:GetMacieSession"
    },
    {
      "Service": "cloudwatch", "Operation": "DescribeAlarms",
      "Parameters": {"AlarmTypes": ["MetricAlarm"], "MaxRecords": 100}, "Token": "NextToken",
      "From": "MetricAlarms", "Apply": "alarms", "Into": "Alarms", "Permission": "cloudwatch:DescribeAlarms"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):account:\($at.Region):\($at.Account):monitoring";

# What of an alarm says which one it is.
def alarms: map({AlarmName, Namespace, MetricName, ActionsEnabled});
