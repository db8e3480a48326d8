module {
  "Title": "EC2 instance can be terminated by one call",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 25,
  "Category": "data_protection",
  "OnRequest": true,
  "Reads": [".Configuration.DisableApiTermination"],
  "Remediation": "Turn termination protection on: aws ec2 modify-instance-attribute --instance-id ID --disable-api-termination. Instances of an Auto Scaling group are not meant to have it: judge these by a scope of their own.",
  "Source": ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html"]
};
include "check";

def violation:
  .Configuration.DisableApiTermination
  | flag("DisableApiTermination")
  | select(. != true)
  | {Message: "termination protection is off", Evidence: {DisableApiTermination: .}};
