module {
  "Title": "ECR repository keeps all images for ever",
  "ResourceType": "AWS::ECR::Repository",
  "Severity": 50,
  "Category": "cost",
  "Reads": [{"Path": ".Configuration.LifecyclePolicy", "As": "shape"}],
  "Remediation": "Say what may go: aws ecr put-lifecycle-policy --repository-name NAME --lifecycle-policy-text FILE, after a look at what it would delete: aws ecr start-lifecycle-policy-preview --repository-name NAME --lifecycle-policy-text FILE.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetLifecyclePolicy.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-3"
  ]
};
include "check";

def violation:
  .Configuration.LifecyclePolicy
  | if type == "object" then . else text("LifecyclePolicy") end
  | select(. == null or . == "" or . == {})
  | {Message: "no lifecycle policy", Evidence: {LifecyclePolicy: .}};
