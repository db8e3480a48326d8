module {
  "Title": "CloudFront distribution answers viewers over plain HTTP",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.DefaultCacheBehavior.ViewerProtocolPolicy",
    ".Configuration.CacheBehaviors.Items[].ViewerProtocolPolicy",
    {"Path": ".Configuration.CacheBehaviors.Items[].PathPattern", "As": "carried"}
  ],
  "Remediation": "Set ViewerProtocolPolicy to redirect-to-https or https-only in the default and in each other cache behavior, with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def encrypted:
  .ViewerProtocolPolicy | text("ViewerProtocolPolicy") | IN("redirect-to-https", "https-only");

def violation:
  .Configuration
  | [ (.DefaultCacheBehavior | object("DefaultCacheBehavior")),
      (.CacheBehaviors | object("CacheBehaviors") | .Items | items("CacheBehaviors.Items")[])
      | select(encrypted | not)
      | {PathPattern: (.PathPattern // "*"), ViewerProtocolPolicy} ] as $open
  | select($open != [])
  | {Message: "plain HTTP is not refused for \([$open[].PathPattern] | join(", "))", Evidence: {Behaviors: $open}};
