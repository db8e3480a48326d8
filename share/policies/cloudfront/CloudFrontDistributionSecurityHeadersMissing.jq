module {
  "Title": "CloudFront distribution adds no response headers, such as those of HSTS",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 25,
  "Category": "data_protection",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.DefaultCacheBehavior.ResponseHeadersPolicyId", "As": "shape"}],
  "Remediation": "Set ResponseHeadersPolicyId of the cache behavior, for instance to the managed policy SecurityHeadersPolicy that aws cloudfront list-response-headers-policies --type managed shows, unless the origin sends such headers itself.",
  "Source": ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html"]
};
include "check";

def violation:
  .Configuration.DefaultCacheBehavior.ResponseHeadersPolicyId | text("DefaultCacheBehavior.ResponseHeadersPolicyId")
  | select(. == null or . == "")
  | {Message: "no response headers policy", Evidence: {ResponseHeadersPolicyId: .}};
