module {
  "Title": "SNS subscription delivers messages over plain HTTP",
  "ResourceType": "AWS::SNS::Subscription",
  "Severity": 70,
  "Category": "encryption",
  "Reads": [".Configuration.Protocol", {"Path": ".Configuration.Endpoint", "As": "carried"}],
  "Remediation": "Subscribe an HTTPS endpoint, aws sns subscribe --topic-arn ARN --protocol https --notification-endpoint URL, and then aws sns unsubscribe --subscription-arn ARN",
  "Source": ["https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html"]
};
include "check";

def violation:
  .Configuration
  | select(.Protocol | text("Protocol") | given("Protocol") == "http")
  | {Message: "messages go out over plain HTTP", Evidence: {Protocol, Endpoint}};
