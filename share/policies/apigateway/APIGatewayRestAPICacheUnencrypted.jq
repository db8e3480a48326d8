module {
  "Title": "REST API of API Gateway keeps answers in a cache without encryption",
  "ResourceType": "AWS::ApiGateway::RestApi",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    {"Path": ".Configuration.Stages[].stageName", "As": "carried"},
    ".Configuration.Stages[].cacheClusterEnabled",
    ".Configuration.Stages[].methodSettings"
  ],
  "Remediation": "aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations 'op=replace,path=/*/*/caching/dataEncrypted,value=true'",
  "Source": [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
  ]
};
include "check";

def encrypted:
  (.cachingEnabled | flag("cachingEnabled") != true) or (.cacheDataEncrypted | flag("cacheDataEncrypted") == true);

def safe:
  (.cacheClusterEnabled | flag("cacheClusterEnabled") != true)
  or (.methodSettings | object("methodSettings") // {} | all(.[]; object("methodSettings") | encrypted));

def violation:
  [.Configuration.Stages | items("Stages")[] | select(safe | not) | .stageName] as $bad
  | select($bad != [])
  | {Message: "the cache of \($bad | join(", ")) is not encrypted", Evidence: {Stages: $bad}};
