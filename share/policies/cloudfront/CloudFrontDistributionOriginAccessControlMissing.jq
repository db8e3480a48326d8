module {
  "Title": "CloudFront distribution reads a bucket without an origin access control",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.Origins.Items[].Id", "As": "carried"},
    {"Path": ".Configuration.Origins.Items[].DomainName", "As": "carried"},
    {"Path": ".Configuration.Origins.Items[].S3OriginConfig", "As": "shape"},
    {"Path": ".Configuration.Origins.Items[].OriginAccessControlId", "As": "shape"}
  ],
  "Remediation": "Make one with aws cloudfront create-origin-access-control --origin-access-control-config Name=NAME,SigningProtocol=sigv4,SigningBehavior=always,OriginAccessControlOriginType=s3, set OriginAccessControlId of the origin with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with. Then let the bucket policy allow the distribution alone.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def violation:
  [ .Configuration.Origins | object("Origins") | .Items | items("Origins.Items")[]
    | select(.S3OriginConfig | object("S3OriginConfig") != null)
    | select(.OriginAccessControlId | text("OriginAccessControlId") | . == null or . == "")
    | {Id, DomainName} ] as $open
  | select($open != [])
  | {Message: "\($open | length) of its buckets have no origin access control", Evidence: {Origins: $open}};
