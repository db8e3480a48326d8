module {
  "Title": "Glue job encrypts neither its logs nor its bookmarks",
  "ResourceType": "AWS::Glue::Job",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [{"Path": ".Configuration.SecurityConfiguration", "As": "shape"}],
  "Remediation": "Make one (aws glue create-security-configuration --name NAME --encryption-configuration file://encryption.json) and give it to the job: aws glue update-job --job-name NAME --job-update file://job.json, giving all that the job has: what is left out is reset.",
  "Source": [
    "https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html",
    "https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html"
  ]
};
include "check";

def violation:
  .Configuration.SecurityConfiguration | text("SecurityConfiguration") | select(. == null or . == "")
  | {Message: "no security configuration", Evidence: {SecurityConfiguration: .}};
