# One statement alone must allow every action on every resource; two that do half each allow neither.
# Allow with NotAction is every action but those named, so it counts, unless it names "*" too and allows nothing; the
# same for NotResource.  A Condition or another Deny narrows such a statement and does not make it a good one.
# Attached or not: an unattached policy is one call away from use, and evidence says who has it.
# Policies that AWS manages (account "aws" in the ARN) cannot be changed and are left out.
module {
  "Title": "IAM policy allows every action on every resource",
  "ResourceType": "AWS::IAM::ManagedPolicy",
  "Severity": 80,
  "Category": "access_control",
  "Reads": [
    {"Path": ".ARN", "OneOf": ["::aws:"]},
    {"Path": ".Configuration.PolicyVersion.Document", "OneOf": ["*", "Allow", "Deny"]},
    {"Path": ".Configuration.PolicyVersion.VersionId", "Possible": [null], "As": "carried"},
    {"Path": ".Configuration.AttachmentCount", "Possible": [null]},
    {"Path": ".Configuration.PolicyUsers", "Possible": [null], "As": "carried"},
    {"Path": ".Configuration.PolicyGroups", "Possible": [null], "As": "carried"},
    {"Path": ".Configuration.PolicyRoles", "Possible": [null], "As": "carried"}
  ],
  "Remediation": "Replace the wildcards by the actions and ARNs that are needed: IAM Access Analyzer can make such a policy from CloudTrail, and aws iam generate-service-last-accessed-details shows which services were used. Store it as a new default version (aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default), and delete the old version. Give administrators a role with AdministratorAccess and MFA instead of a copy of it.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"
  ]
};
include "check";
include "document";

def names($key): if . == null then null else map(.[$key]) end;

def violation:
  select(.ARN | contains("::aws:") | not)
  | .Configuration
  | (.PolicyVersion.Document | given("Document") | object("Document") | full_admin) as $wide
  | select($wide != [])
  | {
      Message: (
        if any($wide[]; has("Action") and has("Resource"))
        then "allows every action on every resource"
        else "allows every action on every resource, those it names apart" end),
      Evidence: {
        Statements: $wide,
        VersionId: .PolicyVersion.VersionId,
        AttachmentCount,
        Users: (.PolicyUsers | names("UserName")),
        Groups: (.PolicyGroups | names("GroupName")),
        Roles: (.PolicyRoles | names("RoleName"))
      }
    };
