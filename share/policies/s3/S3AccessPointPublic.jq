module {
  "Title": "S3 access point does not block public access",
  "ResourceType": "AWS::S3::AccessPoint",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.PublicAccessBlockConfiguration"],
  "Remediation": "The settings of an access point cannot be changed. Make a new one with all four on, let clients use it, and delete this one: aws s3control create-access-point --account-id ACCOUNT --name NEW --bucket BUCKET --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true; aws s3control delete-access-point --account-id ACCOUNT --name OLD.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.PublicAccessBlockConfiguration
  | object("PublicAccessBlockConfiguration")
  | [("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets") as $name
      | select(.[$name] | flag($name) != true) | $name] as $open
  | select($open != [])
  | {
      Message: "public access is not blocked: \($open | join(", ")) not true",
      Evidence: {PublicAccessBlockConfiguration: .}
    };
