module {
  "Title": "SageMaker notebook answers version 1 of the instance metadata service",
  "ResourceType": "AWS::SageMaker::NotebookInstance",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion"],
  "Remediation": "A stopped notebook takes it: aws sagemaker stop-notebook-instance --notebook-instance-name NAME, then aws sagemaker update-notebook-instance --notebook-instance-name NAME --instance-metadata-service-configuration MinimumInstanceMetadataServiceVersion=2",
  "Source": ["https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds.html"]
};
include "check";

def violation:
  .Configuration.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion
  | text("InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion") | select(. != "2")
  | {Message: "the lowest version is \(. // "not configured")", Evidence: {MinimumInstanceMetadataServiceVersion: .}};
