module {
  "Title": "ECR repository lets tags be moved",
  "ResourceType": "AWS::ECR::Repository",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.imageTagMutability"],
  "Remediation": "Make them immutable: aws ecr put-image-tag-mutability --repository-name NAME --image-tag-mutability IMMUTABLE. IMMUTABLE_WITH_EXCLUSION leaves out tags such as latest.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_Repository.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-2"
  ]
};
include "check";

def violation:
  .Configuration.imageTagMutability
  | text("imageTagMutability")
  | select(. != "IMMUTABLE" and . != "IMMUTABLE_WITH_EXCLUSION")
  | {Message: "tags are \(. // "not said to be immutable")", Evidence: {imageTagMutability: .}};
