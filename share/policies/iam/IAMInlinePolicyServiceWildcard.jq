module {
  "Title": "IAM user, group or role has an inline policy that allows every action of a service",
  "ResourceType": ["AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role"],
  "Severity": 25,
  "Category": "access_control",
  "Reads": [
    ".Configuration.Policies[].PolicyDocument",
    {"Path": ".Configuration.Policies[].PolicyName", "As": "carried"}
  ],
  "Remediation": "Name the actions that are needed in place of SERVICE:*. aws iam generate-service-last-accessed-details --arn ARN --granularity ACTION_LEVEL shows which were used. Replace the inline policy: aws iam put-user-policy, put-group-policy or put-role-policy with --policy-name and --policy-document file://policy.json.",
  "Source": [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"
  ]
};
include "document";
include "iampolicy";

def violation: in_inline(service_wildcards; "Actions"; "allows \(unique | join(", "))");
