# Of a plan: what it makes under a name that is there already fails while it is applied.
module {
  "Title": "S3 bucket cannot be made: its name is taken",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 70,
  "Category": "availability",
  "Reads": [{"Path": ".ARN", "As": "carried"}, ".Actions", ".Live.Exists"],
  "Remediation": "Put the environment suffix and the account id into the bucket's name, which nobody else in the world may have: aws s3api head-bucket --bucket NAME asks.",
  "Source": ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"],
  "OnRequest": true
};
include "check";

def violation:
  .ARN as $arn
  | select(.Actions == ["create"])
  | .Live.Exists | flag("Exists") | given("Exists")
  | select(.)
  | {Message: "there is already \($arn)", Evidence: {ARN: $arn, Exists: .}};
