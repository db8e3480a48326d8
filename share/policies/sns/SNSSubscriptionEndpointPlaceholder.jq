module {
  "Title": "SNS subscription delivers to a placeholder's address",
  "ResourceType": "AWS::SNS::Subscription",
  "Severity": 70,
  "Category": "monitoring",
  "Reads": [{"Path": ".Configuration.Endpoint", "OneOf": "Placeholders"}, ".Configuration.Protocol"],
  "Parameters": {
    "Placeholders": ["example.com", "example.net", "example.org", ".example", ".test", ".invalid", ".localhost"]
  },
  "Remediation": "Subscribe an address that somebody reads: aws sns subscribe --topic-arn ARN --protocol email --notification-endpoint ADDRESS, and confirm it. Then aws sns unsubscribe --subscription-arn ARN.",
  "Source": [
    "https://www.rfc-editor.org/rfc/rfc2606",
    "https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html"
  ]
};
include "check";
include "placeholder";

# The host of an address of mail or of the web: in lower case, without a port.
def host:
  ascii_downcase
  | if test("^https?://") then sub("^https?://"; "") | split("/")[0] | split("?")[0] | split("@") | last
  | split(":")[0]
    else split("@") | last end;

def violation($now; $parameters):
  .Configuration
  | (.Protocol | text("Protocol")) as $protocol
  | (.Endpoint | text("Endpoint")) as $endpoint
  | select($protocol | IN("email", "email-json", "http", "https"))
  | ($endpoint | given("Endpoint") | host) as $host
  | select($host | placeholder($parameters.Placeholders))
  | {
      Message: "\($host) is a placeholder: nobody gets its messages",
      Evidence: {Protocol: $protocol, Endpoint: $endpoint}
    };
