module {
  "Title": "CloudFront distribution has no cache policy",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 5,
  "Category": "cost",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.DefaultCacheBehavior.CachePolicyId", "As": "shape"}],
  "Remediation": "Make one with aws cloudfront create-cache-policy --cache-policy-config file://policy.json, and set CachePolicyId of the cache behavior. To begin with: MinTTL 1, DefaultTTL 86400, MaxTTL 31536000, no cookies, the headers Host and CloudFront-Viewer-Country, and all query strings.",
  "Source": ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html"]
};
include "check";

def violation:
  .Configuration.DefaultCacheBehavior.CachePolicyId | text("DefaultCacheBehavior.CachePolicyId")
  | select(. == null or . == "")
  | {Message: "no cache policy says what is kept and how long", Evidence: {CachePolicyId: .}};
