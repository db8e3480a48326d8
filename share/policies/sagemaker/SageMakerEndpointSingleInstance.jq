module {
  "Title": "SageMaker endpoint would run a variant on one instance alone",
  "ResourceType": "AWS::SageMaker::EndpointConfig",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    {"Path": ".Configuration.ProductionVariants[].VariantName", "As": "carried"},
    ".Configuration.ProductionVariants[].InitialInstanceCount",
    {"Path": ".Configuration.ProductionVariants[].ServerlessConfig", "As": "shape"}
  ],
  "Remediation": "aws sagemaker create-endpoint-config --endpoint-config-name NAME --production-variants file://variants.json with an InitialInstanceCount of 2 or more, then aws sagemaker update-endpoint --endpoint-name NAME --endpoint-config-name NAME",
  "Source": [
    "https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-best-practices.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.ProductionVariants | items("ProductionVariants")[]
    | select(.ServerlessConfig | object("ServerlessConfig") == null)
    | select(.InitialInstanceCount | number("InitialInstanceCount") | . == null or . <= 1)
    | {VariantName, InitialInstanceCount}] as $single
  | select($single != [])
  | {Message: "\($single | length) of its variants begin with one instance", Evidence: {Variants: $single}};
