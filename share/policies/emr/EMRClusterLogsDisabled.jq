module {
  "Title": "EMR cluster's logs are lost with it",
  "ResourceType": "AWS::EMR::Cluster",
  "Severity": 25,
  "Category": "logging",
  "Reads": [{"Path": ".Configuration.LogUri", "As": "shape"}],
  "Remediation": "Make the cluster with a place for its logs: aws emr create-cluster with --log-uri s3://BUCKET/emr/ and --log-encryption-kms-key-id KEY.",
  "Source": [
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-manage-view-web-log-files.html",
    "https://docs.aws.amazon.com/emr/latest/APIReference/API_Cluster.html"
  ]
};
include "check";

def violation:
  .Configuration.LogUri | text("LogUri") | select(. == null or . == "")
  | {Message: "logs are kept on the nodes alone", Evidence: {LogUri: .}};
