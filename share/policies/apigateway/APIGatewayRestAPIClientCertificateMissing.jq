# A stage does not say whether its integrations are of HTTP, where alone the certificate is shown.
module {
  "Title": "REST API of API Gateway shows its backend no certificate",
  "ResourceType": "AWS::ApiGateway::RestApi",
  "Severity": 50,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [
    {"Path": ".Configuration.Stages[].stageName", "As": "carried"},
    {"Path": ".Configuration.Stages[].clientCertificateId", "As": "shape"}
  ],
  "Remediation": "Where the backend is reached over HTTP, let it check that requests come from API Gateway: aws apigateway generate-client-certificate, then aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations op=replace,path=/clientCertificateId,value=CERTIFICATE.",
  "Source": [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.Stages | items("Stages")[]
    | select(.clientCertificateId | text("clientCertificateId") | . != null and . != "" | not) | .stageName] as $bad
  | select($bad != [])
  | {Message: "\($bad | join(", ")) has no client certificate", Evidence: {Stages: $bad}};
