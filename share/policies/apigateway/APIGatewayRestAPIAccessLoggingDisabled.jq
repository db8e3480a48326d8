module {
  "Title": "REST API of API Gateway writes no access log of a stage",
  "ResourceType": "AWS::ApiGateway::RestApi",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    {"Path": ".Configuration.Stages[].stageName", "As": "carried"},
    {"Path": ".Configuration.Stages[].accessLogSettings.destinationArn", "As": "shape"}
  ],
  "Remediation": "aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations op=replace,path=/accessLogSettings/destinationArn,value=LOG-GROUP-ARN op=replace,path=/accessLogSettings/format,value=FORMAT",
  "Source": ["https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"]
};
include "check";

def violation:
  [.Configuration.Stages | items("Stages")[]
    | select(.accessLogSettings.destinationArn | text("destinationArn") | . != null and . != "" | not)
    | .stageName] as $bad
  | select($bad != [])
  | {Message: "\($bad | join(", ")) writes no access log", Evidence: {Stages: $bad}};
