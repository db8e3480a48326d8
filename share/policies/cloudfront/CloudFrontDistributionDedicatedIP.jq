module {
  "Title": "CloudFront distribution pays for dedicated IP addresses to serve HTTPS",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 25,
  "Category": "cost",
  "Reads": [
    ".Configuration.ViewerCertificate.CloudFrontDefaultCertificate",
    ".Configuration.ViewerCertificate.SSLSupportMethod"
  ],
  "Remediation": "Set ViewerCertificate.SSLSupportMethod to sni-only, which all clients of the last ten years can do, with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ViewerCertificate | object("ViewerCertificate")
  | select(. != null and (.CloudFrontDefaultCertificate | flag("CloudFrontDefaultCertificate") != true))
  | .SSLSupportMethod | text("SSLSupportMethod") | select(. != "sni-only")
  | {Message: "HTTPS is served by \(. // "an unnamed method"), not by SNI", Evidence: {SSLSupportMethod: .}};
