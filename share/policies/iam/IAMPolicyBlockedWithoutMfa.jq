# Actions are those that must go on without MFA, as setting it up must.  An Allow counts where the document alone
# allows it, whatever others do.
module {
  "Title": "IAM policy's condition on MFA blocks what must go on without it",
  "ResourceType": "AWS::IAM::ManagedPolicy",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.PolicyVersion.Document"],
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
  [.Configuration.PolicyVersion.Document | given("Document")]
  | simulated($parameters.Actions | items("Actions"))
  | blocked;
