module {
  "Title": "CloudTrail trail does not look for unusual calls",
  "ResourceType": "AWS::CloudTrail::Trail",
  "Severity": 20,
  "Category": "monitoring",
  "Reads": [{"Path": ".Configuration.InsightSelectors", "As": "shape"}],
  "OnRequest": true,
  "Remediation": "Turn insights on: aws cloudtrail put-insight-selectors --trail-name NAME --insight-selectors '[{\"InsightType\": \"ApiCallRateInsight\"}, {\"InsightType\": \"ApiErrorRateInsight\"}]'. AWS charges for the events analysed.",
  "Source": [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html"
  ]
};
include "check";

def violation:
  .Configuration.InsightSelectors
  | items("InsightSelectors")
  | select(. == [])
  | {Message: "no insight is selected", Evidence: {InsightSelectors: []}};
