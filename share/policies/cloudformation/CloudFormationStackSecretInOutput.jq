module {
  "Title": "CloudFormation stack shows a secret in its outputs",
  "ResourceType": "AWS::CloudFormation::Stack",
  "Severity": 70,
  "Category": "data_protection",
  "Reads": [
    ".Configuration.Outputs[].OutputKey",
    {"Path": ".Configuration.Outputs[].OutputValue", "OneOf": ["arn:", "{{resolve:", "http://", "https://"]}
  ],
  "Remediation": "Put it into Secrets Manager and let the output name its ARN; then make a new secret, for whoever may describe stacks has seen this one: aws secretsmanager create-secret --name NAME --secret-string file://secret.",
  "Source": ["https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html"]
};
include "check";
include "secretname";

# Its name says that it holds a secret, and its value is not the place of one.
def shown:
  (.OutputKey | text("OutputKey") | given("OutputKey")) as $name
  | (.OutputValue | text("OutputValue")) as $value
  | ($name | names_secret([]))
    and $value != null and $value != ""
    and (any("arn:", "{{resolve:", "http://", "https://"; . as $start | $value | startswith($start)) | not);

def violation:
  [.Configuration.Outputs | items("Outputs")[] | select(shown) | .OutputKey] as $keys
  | select($keys != [])
  | {Message: "\($keys | join(", ")) can be read by whoever may describe it", Evidence: {OutputKeys: $keys}};
