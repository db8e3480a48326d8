module {
  "Title": "CloudFront distribution has no second origin to fall back on",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 25,
  "Category": "availability",
  "Reads": [".Configuration.OriginGroups.Items[].Members.Quantity"],
  "Remediation": "Make an origin group of two origins, and let the cache behaviors use it: set OriginGroups with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.OriginGroups | object("OriginGroups")
  | [.Items | items("OriginGroups.Items")[].Members.Quantity | number("Members.Quantity")] as $sizes
  | select(any($sizes[]; . != null and . >= 2) | not)
  | {Message: "no origin group has two origins", Evidence: {OriginGroupSizes: $sizes}};
