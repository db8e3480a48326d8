module {
  "Title": "REST API of API Gateway is not traced by X-Ray",
  "ResourceType": "AWS::ApiGateway::RestApi",
  "Severity": 25,
  "Category": "monitoring",
  "Reads": [{"Path": ".Configuration.Stages[].stageName", "As": "carried"}, ".Configuration.Stages[].tracingEnabled"],
  "Remediation": "aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations op=replace,path=/tracingEnabled,value=true",
  "Source": [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.Stages | items("Stages")[] | select(.tracingEnabled | flag("tracingEnabled") == true | not)
    | .stageName] as $bad
  | select($bad != [])
  | {Message: "\($bad | join(", ")) is not traced", Evidence: {Stages: $bad}};
