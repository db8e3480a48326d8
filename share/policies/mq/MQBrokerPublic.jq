# Amazon MQ always answers PubliclyAccessible.  A record without it does not show which it is.
module {
  "Title": "Amazon MQ broker is publicly accessible",
  "ResourceType": "AWS::AmazonMQ::Broker",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [".Configuration.PubliclyAccessible"],
  "Remediation": "It is set when a broker is made: aws mq create-broker with --no-publicly-accessible, --subnet-ids and --security-groups. Move queues and clients, then delete this one (aws mq delete-broker --broker-id ID).",
  "Source": [
    "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html",
    "https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers-broker-id.html"
  ]
};
include "check";

def violation:
  .Configuration.PubliclyAccessible | flag("PubliclyAccessible") | given("PubliclyAccessible") | select(.)
  | {Message: "the broker has a public address", Evidence: {PubliclyAccessible: .}};
