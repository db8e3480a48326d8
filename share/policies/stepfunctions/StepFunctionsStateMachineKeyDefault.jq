module {
  "Title": "Step Functions state machine is encrypted with no KMS key of yours",
  "ResourceType": "AWS::StepFunctions::StateMachine",
  "Severity": 25,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [".Configuration.encryptionConfiguration.type"],
  "Remediation": "aws stepfunctions update-state-machine --state-machine-arn ARN --encryption-configuration type=CUSTOMER_MANAGED_KMS_KEY,kmsKeyId=KEY,kmsDataKeyReusePeriodSeconds=300",
  "Source": ["https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html"]
};
include "check";

def violation:
  .Configuration.encryptionConfiguration.type | text("encryptionConfiguration.type")
  | select(. != "CUSTOMER_MANAGED_KMS_KEY")
  | {Message: "it is encrypted by \(. // "an AWS owned key")", Evidence: {type: .}};
