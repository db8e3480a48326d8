module {
  "Title": "CloudFront distribution has no default root object",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 70,
  "Category": "data_protection",
  "Reads": [{"Path": ".Configuration.DefaultRootObject", "As": "shape"}],
  "Remediation": "Name the object, such as index.html, that answers a request for the root, or an origin that lists its objects shows them to all. Set DefaultRootObject with aws cloudfront update-distribution --id ID --distribution-config file://config.json --if-match ETAG; aws cloudfront get-distribution-config --id ID prints both to begin with.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DefaultRootObject | text("DefaultRootObject") | select(. == null or . == "")
  | {
      Message: "no default root object: a request for / goes to the origin as it is",
      Evidence: {DefaultRootObject: .}
    };
