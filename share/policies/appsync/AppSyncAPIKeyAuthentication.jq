module {
  "Title": "AppSync API lets callers in by an API key",
  "ResourceType": "AWS::AppSync::GraphQLApi",
  "Severity": 70,
  "Category": "access_control",
  "Reads": [
    ".Configuration.authenticationType",
    ".Configuration.additionalAuthenticationProviders[].authenticationType"
  ],
  "Remediation": "A key is a secret that all callers share: let them in by AWS_IAM, AMAZON_COGNITO_USER_POOLS, OPENID_CONNECT or AWS_LAMBDA, with aws appsync update-graphql-api --api-id ID --name NAME --authentication-type TYPE",
  "Source": [
    "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | [(.authenticationType | given("authenticationType")), (.additionalAuthenticationProviders
      | items("additionalAuthenticationProviders")[] | .authenticationType | given("authenticationType"))
      | text("authenticationType")] as $ways
  | select(any($ways[]; . == "API_KEY"))
  | {Message: "one of its ways in is API_KEY", Evidence: {AuthenticationTypes: $ways}};
