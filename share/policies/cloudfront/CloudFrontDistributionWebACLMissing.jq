module {
  "Title": "CloudFront distribution has no web ACL of AWS WAF",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [{"Path": ".Configuration.WebACLId", "As": "shape"}],
  "Remediation": "Make a web ACL of scope CLOUDFRONT in us-east-1 and put its ARN into WebACLId with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.WebACLId | text("WebACLId") | select(. == null or . == "")
  | {Message: "no web ACL filters its requests", Evidence: {WebACLId: .}};
