# With CloudFront's own certificate the version cannot be chosen: that is CloudFrontDistributionDefaultCertificate's.
module {
  "Title": "CloudFront distribution lets viewers use an old version of TLS",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.ViewerCertificate.CloudFrontDefaultCertificate",
    ".Configuration.ViewerCertificate.MinimumProtocolVersion"
  ],
  "Parameters": {"Accepted": ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"]},
  "Remediation": "Set ViewerCertificate.MinimumProtocolVersion to TLSv1.2_2021 or a newer one with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration.ViewerCertificate | object("ViewerCertificate")
  | select(. != null and (.CloudFrontDefaultCertificate | flag("CloudFrontDefaultCertificate") != true))
  | .MinimumProtocolVersion | text("MinimumProtocolVersion") | select(IN($parameters.Accepted[]) | not)
  | {Message: "the oldest that viewers may use is \(. // "not named")", Evidence: {MinimumProtocolVersion: .}};
