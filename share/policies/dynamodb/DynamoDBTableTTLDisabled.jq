module {
  "Title": "DynamoDB table keeps its items for ever",
  "ResourceType": "AWS::DynamoDB::Table",
  "Severity": 5,
  "Category": "cost",
  "OnRequest": true,
  "Reads": [".Configuration.TimeToLive.TimeToLiveStatus"],
  "Remediation": "Where items have an end, let the table delete them, at no cost: aws dynamodb update-time-to-live --table-name NAME --time-to-live-specification Enabled=true,AttributeName=ATTRIBUTE. The attribute holds the end in seconds since 1970.",
  "Source": [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TimeToLiveDescription.html"
  ]
};
include "check";

def violation:
  .Configuration.TimeToLive | object("TimeToLive")
  | .TimeToLiveStatus | text("TimeToLiveStatus") | select(. == null or (IN("ENABLED", "ENABLING") | not))
  | {Message: "no item expires by itself", Evidence: {TimeToLiveStatus: .}};
