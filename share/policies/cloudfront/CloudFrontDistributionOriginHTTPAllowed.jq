module {
  "Title": "CloudFront distribution asks an origin over plain HTTP",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    {"Path": ".Configuration.Origins.Items[].Id", "As": "carried"},
    ".Configuration.Origins.Items[].CustomOriginConfig.OriginProtocolPolicy",
    ".Configuration.DefaultCacheBehavior.ViewerProtocolPolicy",
    ".Configuration.CacheBehaviors.Items[].ViewerProtocolPolicy"
  ],
  "Remediation": "Set CustomOriginConfig.OriginProtocolPolicy of the origin to https-only with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with. A bucket's website endpoint speaks HTTP only: use the bucket itself with an origin access control.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | [ (.DefaultCacheBehavior | object("DefaultCacheBehavior")),
      (.CacheBehaviors | object("CacheBehaviors") | .Items | items("CacheBehaviors.Items")[])
      | .ViewerProtocolPolicy | text("ViewerProtocolPolicy") ] as $viewers
  | [ .Origins | object("Origins") | .Items | items("Origins.Items")[]
      | select(.CustomOriginConfig | object("CustomOriginConfig") != null)
      | {Id, OriginProtocolPolicy: (.CustomOriginConfig.OriginProtocolPolicy | text("OriginProtocolPolicy"))}
      | select(.OriginProtocolPolicy
          | if . == "https-only" then false
            elif . == "match-viewer" then any($viewers[]; IN("redirect-to-https", "https-only") | not)
            else true end) ] as $plain
  | select($plain != [])
  | {Message: "\($plain | length) of its origins can be asked over HTTP", Evidence: {Origins: $plain}};
