module {
  "Title": "EMR cluster has no security configuration",
  "ResourceType": "AWS::EMR::Cluster",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [{"Path": ".Configuration.SecurityConfiguration", "As": "shape"}],
  "Remediation": "Make one (aws emr create-security-configuration --name NAME --security-configuration file://configuration.json), and the cluster again with it: aws emr create-cluster with --security-configuration NAME.",
  "Source": [
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html",
    "https://docs.aws.amazon.com/emr/latest/APIReference/API_Cluster.html"
  ]
};
include "check";

def violation:
  .Configuration.SecurityConfiguration | text("SecurityConfiguration") | select(. == null or . == "")
  | {Message: "nothing says what is encrypted", Evidence: {SecurityConfiguration: .}};
