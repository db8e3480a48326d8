module {
  "Title": "Cognito user pool does not act on risky sign-ins",
  "ResourceType": "AWS::Cognito::UserPool",
  "Severity": 25,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [".Configuration.UserPoolAddOns.AdvancedSecurityMode"],
  "Remediation": "aws cognito-idp update-user-pool --user-pool-id ID --user-pool-add-ons AdvancedSecurityMode=ENFORCED; it needs the Plus tier, and a call sets what it leaves out to its default",
  "Source": [
    "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.UserPoolAddOns.AdvancedSecurityMode | text("UserPoolAddOns.AdvancedSecurityMode")
  | select(. != "ENFORCED")
  | {Message: "threat protection is \(. // "not configured")", Evidence: {AdvancedSecurityMode: .}};
