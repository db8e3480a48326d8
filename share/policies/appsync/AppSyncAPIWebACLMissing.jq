module {
  "Title": "AppSync API has no web ACL of AWS WAF",
  "ResourceType": "AWS::AppSync::GraphQLApi",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [{"Path": ".Configuration.wafWebAclArn", "As": "shape"}],
  "Remediation": "aws wafv2 associate-web-acl --web-acl-arn ARN --resource-arn API-ARN",
  "Source": ["https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html"]
};
include "check";

def violation:
  .Configuration.wafWebAclArn | text("wafWebAclArn") | select(. == null or . == "")
  | {Message: "no web ACL filters its requests", Evidence: {wafWebAclArn: .}};
