module {
  "Title": "CloudTrail trail does not log",
  "ResourceType": "AWS::CloudTrail::Trail",
  "Severity": 75,
  "Category": "logging",
  "Reads": [".Configuration.Status.IsLogging"],
  "Remediation": "Start it: aws cloudtrail start-logging --name NAME. Find out who stopped it: the event is StopLogging. Delete a trail that nobody needs.",
  "Source": [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html"
  ]
};
include "check";

def violation:
  .Configuration.Status.IsLogging
  | flag("IsLogging")
  | select(. != true)
  | {Message: "the trail does not log", Evidence: {IsLogging: .}};
