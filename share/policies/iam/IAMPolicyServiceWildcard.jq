module {
  "Title": "IAM policy allows every action of a service",
  "ResourceType": "AWS::IAM::ManagedPolicy",
  "Severity": 25,
  "Category": "access_control",
  "Reads": [".Configuration.PolicyVersion.Document"],
  "Remediation": "Name the actions that are needed in place of SERVICE:*. aws iam generate-service-last-accessed-details --arn ARN --granularity ACTION_LEVEL shows which were used. Store the new document as the default version: aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default.",
  "Source": [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"
  ]
};
include "document";
include "iampolicy";

def violation: in_managed(service_wildcards; "Actions"; "allows \(unique | join(", "))");
