module {
  "Title": "HTTP or WebSocket API of API Gateway writes no access log of a stage",
  "ResourceType": "AWS::ApiGatewayV2::Api",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    {"Path": ".Configuration.Stages[].StageName", "As": "carried"},
    {"Path": ".Configuration.Stages[].AccessLogSettings.DestinationArn", "As": "shape"}
  ],
  "Remediation": "aws apigatewayv2 update-stage --api-id ID --stage-name NAME --access-log-settings DestinationArn=LOG-GROUP-ARN,Format=FORMAT",
  "Source": [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
  ]
};
include "check";

def violation:
  [ .Configuration.Stages | items("Stages")[]
    | select(.AccessLogSettings.DestinationArn | text("DestinationArn") | . == null or . == "") | .StageName ] as $bad
  | select($bad != [])
  | {Message: "\($bad | join(", ")) writes no access log", Evidence: {Stages: $bad}};
