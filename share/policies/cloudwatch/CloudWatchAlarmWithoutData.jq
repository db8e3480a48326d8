module {
  "Title": "CloudWatch alarm has had no data for long",
  "ResourceType": "AWS::CloudWatch::Alarm",
  "Severity": 25,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [".Configuration.StateValue", {"Path": ".Configuration.StateUpdatedTimestamp", "Cut": "MaxDays"}],
  "Parameters": {"MaxDays": 30},
  "Remediation": "See whether the metric still exists: aws cloudwatch describe-alarms --alarm-names NAME. Mend its dimensions, or aws cloudwatch delete-alarms --alarm-names NAME.",
  "Source": ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"]
};
include "check";
include "time";

def violation($now; $parameters):
  .Configuration
  | select(.StateValue | text("StateValue") | given("StateValue") == "INSUFFICIENT_DATA")
  | (.StateUpdatedTimestamp | given("StateUpdatedTimestamp")) as $since
  | ((($now | seconds) - ($since | seconds)) / 86400 | floor) as $days
  | select($days > $parameters.MaxDays)
  | {
      Message: "no data for \($days) days",
      Evidence: {StateValue: "INSUFFICIENT_DATA", StateUpdatedTimestamp: $since}
    };
