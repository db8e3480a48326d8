module {
  "Title": "Cognito identity pool lets clients choose a role themselves",
  "ResourceType": "AWS::Cognito::IdentityPool",
  "Severity": 50,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [".Configuration.AllowClassicFlow"],
  "Remediation": "aws cognito-identity update-identity-pool --identity-pool-id ID --identity-pool-name NAME --no-allow-unauthenticated-identities --no-allow-classic-flow",
  "Source": ["https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html"]
};
include "check";

def violation:
  .Configuration.AllowClassicFlow | flag("AllowClassicFlow") | select(. == true)
  | {Message: "the classic flow is on", Evidence: {AllowClassicFlow: .}};
