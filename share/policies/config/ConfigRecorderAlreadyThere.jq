# An account may have one recorder of its own in a region.
module {
  "Title": "Config recorder cannot be made: the region has one",
  "ResourceType": "AWS::Config::ConfigurationRecorder",
  "Severity": 90,
  "Category": "availability",
  "Reads": [".Actions", ".Live.Count"],
  "Remediation": "Use the recorder that is there and leave this one out of the plan; rules of AWS Config need no recorder of their own: aws configservice describe-configuration-recorders.",
  "Source": ["https://docs.aws.amazon.com/config/latest/developerguide/configlimits.html"],
  "OnRequest": true
};
include "check";

def violation:
  select(.Actions == ["create"])
  | .Live.Count | number("Count") | given("Count")
  | select(. > 0)
  | {Message: "the account and region have a recorder, and may have one", Evidence: {Count: .}};
