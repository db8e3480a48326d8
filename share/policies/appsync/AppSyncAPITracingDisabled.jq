module {
  "Title": "AppSync API is not traced by X-Ray",
  "ResourceType": "AWS::AppSync::GraphQLApi",
  "Severity": 25,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [".Configuration.xrayEnabled"],
  "Remediation": "aws appsync update-graphql-api --api-id ID --name NAME --authentication-type TYPE --xray-enabled",
  "Source": ["https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html"]
};
include "check";

def violation:
  .Configuration.xrayEnabled | flag("xrayEnabled") | select(. != true)
  | {Message: "requests are not traced", Evidence: {xrayEnabled: .}};
