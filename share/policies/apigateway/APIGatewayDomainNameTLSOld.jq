module {
  "Title": "Domain name of API Gateway lets clients use TLS 1.0",
  "ResourceType": "AWS::ApiGateway::DomainName",
  "Severity": 70,
  "Category": "encryption",
  "Reads": [".Configuration.securityPolicy"],
  "Remediation": "aws apigateway update-domain-name --domain-name NAME --patch-operations op=replace,path=/securityPolicy,value=TLS_1_2",
  "Source": [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html"
  ]
};
include "check";

def violation:
  .Configuration.securityPolicy | text("securityPolicy")
  | select(. == null or (. == "TLS_1_2" or startswith("SecurityPolicy_TLS12_") or startswith("SecurityPolicy_TLS13_")
      | not))
  | {Message: "the security policy is \(. // "not named")", Evidence: {securityPolicy: .}};
