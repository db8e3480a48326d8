module {
  "Title": "Region lacks an alarm that is expected",
  "ResourceType": "AWS::::Monitoring",
  "Severity": 50,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [
    ".Configuration.Alarms[].AlarmName",
    ".Configuration.Alarms[].Namespace",
    ".Configuration.Alarms[].MetricName",
    ".Configuration.Alarms[].ActionsEnabled"
  ],
  "Parameters": {"Names": [], "Metrics": []},
  "Remediation": "Make it: aws cloudwatch put-metric-alarm --alarm-name NAME --namespace NAMESPACE --metric-name METRIC --statistic Average --period 300 --evaluation-periods 2 --threshold NUMBER --comparison-operator GreaterThanThreshold --alarm-actions TOPIC.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.Names | items("Names")) as $names
  | ($parameters.Metrics | items("Metrics")) as $metrics
  | [ .Configuration.Alarms | given("Alarms") | items("Alarms")[]
      | select(.ActionsEnabled | flag("ActionsEnabled") | . != false)
      | {AlarmName: (.AlarmName | text("AlarmName") | given("AlarmName")),
          Metric: "\(.Namespace // "")/\(.MetricName // "")"} ] as $alarms
  | ($names - [$alarms[].AlarmName]) + ($metrics - [$alarms[].Metric])
  | if . == [] and $names == [] and $metrics == [] and $alarms == [] then ["any"] else . end
  | select(. != [])
  | {Message: "no alarm: \(join(", "))", Evidence: {Missing: ., Alarms: [$alarms[].AlarmName]}};
