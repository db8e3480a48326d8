module {
  "Title": "S3 Multi-Region Access Point does not block public access",
  "ResourceType": "AWS::S3::MultiRegionAccessPoint",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.PublicAccessBlock"],
  "Remediation": "The settings of a Multi-Region Access Point cannot be changed. Make a new one with all four on (aws s3control create-multi-region-access-point --account-id ACCOUNT --details file://details.json), let clients use it, and delete this one: aws s3control delete-multi-region-access-point --account-id ACCOUNT --details Name=NAME.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.PublicAccessBlock
  | object("PublicAccessBlock")
  | [("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets") as $name
      | select(.[$name] | flag($name) != true) | $name] as $open
  | select($open != [])
  | {
      Message: "public access is not blocked: \($open | join(", ")) not true",
      Evidence: {PublicAccessBlock: .}
    };
