# Where the distribution names no certificate, the default one is what viewers get.
module {
  "Title": "CloudFront distribution serves CloudFront's own certificate",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 25,
  "Category": "encryption",
  "Reads": [".Configuration.ViewerCertificate.CloudFrontDefaultCertificate"],
  "Remediation": "Give the distribution a name of yours with a certificate from AWS Certificate Manager in us-east-1: set Aliases and ViewerCertificate with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ViewerCertificate | object("ViewerCertificate")
  | if . == null then true else .CloudFrontDefaultCertificate | flag("CloudFrontDefaultCertificate") end
  | select(. == true)
  | {Message: "viewers are shown the certificate of *.cloudfront.net", Evidence: {CloudFrontDefaultCertificate: .}};
