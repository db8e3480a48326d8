# Actions are those that must go on without MFA, as setting it up must.  An Allow counts where one of
# the inline documents allows it, whatever others do.
module {
  "Title": "Inline policies' condition on MFA blocks what must go on without it",
  "ResourceType": ["AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role"],
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.Policies[].PolicyDocument"],
  "Parameters": {"Actions": [
    "iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:GetUser", "iam:ListMFADevices", "iam:ListVirtualMFADevices",
    "iam:ResyncMFADevice", "sts:GetSessionToken"
  ]},
  "Remediation": "Leave out of the Deny, by NotAction, what sets MFA up and what machines do without a device: aws iam simulate-custom-policy --policy-input-list POLICY --action-names ACTION --context-entries ContextKeyName=aws:MultiFactorAuthPresent,ContextKeyValues=false,ContextKeyType=boolean tries an action.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html"
  ],
  "OnRequest": true
};
include "check";
include "mfa";

def violation($now; $parameters):
  [.Configuration.Policies | items("Policies")[] | .PolicyDocument | given("PolicyDocument")]
  | simulated($parameters.Actions | items("Actions"))
  | blocked;
