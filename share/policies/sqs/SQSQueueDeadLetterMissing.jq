module {
  "Title": "SQS queue has no dead-letter queue",
  "ResourceType": "AWS::SQS::Queue",
  "Severity": 25,
  "Category": "availability",
  "OnRequest": true,
  "Reads": [
    {"Path": ".Configuration.Attributes.RedrivePolicy", "As": "shape"},
    {"Path": ".Configuration.Attributes.RedriveAllowPolicy", "As": "shape"}
  ],
  "Remediation": "aws sqs set-queue-attributes --queue-url URL --attributes file://attributes.json with a RedrivePolicy that names the dead-letter queue's ARN and maxReceiveCount. A dead-letter queue itself that says so in RedriveAllowPolicy needs none.",
  "Source": [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html"
  ]
};
include "check";

def violation:
  .Configuration.Attributes | object("Attributes")
  | select((.RedriveAllowPolicy | text("RedriveAllowPolicy")) == null)
  | .RedrivePolicy | text("RedrivePolicy") | select(. == null or . == "")
  | {Message: "messages that cannot be handled come back until they expire", Evidence: {RedrivePolicy: .}};
