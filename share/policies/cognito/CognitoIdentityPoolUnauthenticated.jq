module {
  "Title": "Cognito identity pool gives AWS credentials to anybody",
  "ResourceType": "AWS::Cognito::IdentityPool",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.AllowUnauthenticatedIdentities"],
  "Remediation": "aws cognito-identity update-identity-pool --identity-pool-id ID --identity-pool-name NAME --no-allow-unauthenticated-identities",
  "Source": [
    "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AllowUnauthenticatedIdentities | flag("AllowUnauthenticatedIdentities") | select(. != false)
  | {Message: "guests get credentials", Evidence: {AllowUnauthenticatedIdentities: .}};
