module {
  "Title": "Athena workgroup writes results that are not encrypted",
  "ResourceType": "AWS::Athena::WorkGroup",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.State",
    ".Configuration.Configuration.ResultConfiguration.EncryptionConfiguration.EncryptionOption",
    ".Configuration.Configuration.ManagedQueryResultsConfiguration.Enabled"
  ],
  "Remediation": "Run aws athena update-work-group --work-group NAME --configuration-updates 'ResultConfigurationUpdates={EncryptionConfiguration={EncryptionOption=SSE_KMS,KmsKey=KEY}},EnforceWorkGroupConfiguration=true'.",
  "Source": [
    "https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/athena-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.State | text("State") | . != "DISABLED")
  | .Configuration | object("Configuration")
  | select(.ManagedQueryResultsConfiguration | object("ManagedQueryResultsConfiguration")
      | .Enabled | flag("Enabled") | . != true)
  | .ResultConfiguration | object("ResultConfiguration") | .EncryptionConfiguration | object("EncryptionConfiguration")
  | .EncryptionOption | text("EncryptionOption") | select(. == null or . == "")
  | {Message: "results are written as the bucket has it", Evidence: {EncryptionOption: .}};
