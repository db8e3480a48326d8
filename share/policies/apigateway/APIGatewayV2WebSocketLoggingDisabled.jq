module {
  "Title": "WebSocket API of API Gateway logs no messages of a stage",
  "ResourceType": "AWS::ApiGatewayV2::Api",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.ProtocolType",
    {"Path": ".Configuration.Stages[].StageName", "As": "carried"},
    ".Configuration.Stages[].DefaultRouteSettings.LoggingLevel"
  ],
  "Remediation": "aws apigatewayv2 update-stage --api-id ID --stage-name NAME --default-route-settings LoggingLevel=ERROR",
  "Source": [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.ProtocolType | text("ProtocolType") == "WEBSOCKET")
  | [ .Stages | items("Stages")[]
      | select(.DefaultRouteSettings.LoggingLevel | text("LoggingLevel") | IN("ERROR", "INFO") | not)
      | .StageName ] as $bad
  | select($bad != [])
  | {Message: "messages of \($bad | join(", ")) are not logged", Evidence: {Stages: $bad}};
