module {
  "Title": "REST API of API Gateway has no web ACL of AWS WAF",
  "ResourceType": "AWS::ApiGateway::RestApi",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.Stages[].stageName", "As": "carried"},
    {"Path": ".Configuration.Stages[].webAclArn", "As": "shape"}
  ],
  "Remediation": "aws wafv2 associate-web-acl --web-acl-arn ARN --resource-arn arn:aws:apigateway:REGION::/restapis/ID/stages/NAME",
  "Source": [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.Stages | items("Stages")[] | select(.webAclArn | text("webAclArn") | . != null and . != "" | not)
    | .stageName] as $bad
  | select($bad != [])
  | {Message: "no web ACL filters requests to \($bad | join(", "))", Evidence: {Stages: $bad}};
