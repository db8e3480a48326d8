module {
  "Title": "SageMaker model's containers may call out",
  "ResourceType": "AWS::SageMaker::Model",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [".Configuration.EnableNetworkIsolation"],
  "Remediation": "A model cannot be changed: make it anew with aws sagemaker create-model --model-name NAME --execution-role-arn ROLE --primary-container file://container.json --enable-network-isolation",
  "Source": [
    "https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.EnableNetworkIsolation | flag("EnableNetworkIsolation") | select(. != true)
  | {Message: "network isolation is off", Evidence: {EnableNetworkIsolation: .}};
