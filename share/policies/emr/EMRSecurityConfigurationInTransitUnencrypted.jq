# The configuration is JSON in a text.
module {
  "Title": "EMR security configuration does not encrypt data in transit",
  "ResourceType": "AWS::EMR::SecurityConfiguration",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.SecurityConfiguration"],
  "Remediation": "A configuration cannot be changed. Make another one (aws emr create-security-configuration --name NEW --security-configuration file://configuration.json) and clusters with it; then delete this one: aws emr delete-security-configuration --name NAME.",
  "Source": [
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-encryption-enable.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.SecurityConfiguration | text("SecurityConfiguration") | given("SecurityConfiguration")
  | (try fromjson catch error("SecurityConfiguration is not JSON")) | object("SecurityConfiguration")
  | .EncryptionConfiguration | object("EncryptionConfiguration")
  | .EnableInTransitEncryption | flag("EnableInTransitEncryption") | select(. != true)
  | {Message: "encryption in transit is off", Evidence: {EnableInTransitEncryption: .}};
