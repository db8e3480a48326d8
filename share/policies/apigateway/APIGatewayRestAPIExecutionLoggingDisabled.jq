module {
  "Title": "REST API of API Gateway logs no requests of a stage",
  "ResourceType": "AWS::ApiGateway::RestApi",
  "Severity": 50,
  "Category": "logging",
  "Reads": [{"Path": ".Configuration.Stages[].stageName", "As": "carried"}, ".Configuration.Stages[].methodSettings"],
  "Remediation": "Turn execution logging on for all methods of the stage: aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations op=replace,path=/*/*/logging/loglevel,value=ERROR. The account needs a role for it first, see aws apigateway update-account.",
  "Source": [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
  ]
};
include "check";

# The setting of all methods is good, and no method of its own is bad.
def logged:
  .methodSettings | object("methodSettings") // {}
  | (.["*/*"] | object("methodSettings") | .loggingLevel | text("loggingLevel") | IN("ERROR", "INFO"))
    and all(.[] | object("methodSettings") | .loggingLevel; text("loggingLevel") | . == null or IN("ERROR", "INFO"));

def violation:
  [.Configuration.Stages | items("Stages")[] | select(logged | not) | .stageName] as $bad
  | select($bad != [])
  | {Message: "requests of \($bad | join(", ")) are not logged", Evidence: {Stages: $bad}};
