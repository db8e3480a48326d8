module {
  "Title": "Glue job runs on an old version of Glue",
  "ResourceType": "AWS::Glue::Job",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [".Configuration.Command.Name", ".Configuration.GlueVersion"],
  "Parameters": {"MinVersion": "3.0"},
  "Remediation": "Test the script on a new version, then run aws glue update-job --job-name NAME --job-update file://job.json with the GlueVersion 5.0, giving all that the job has: what is left out is reset.",
  "Source": [
    "https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/glue-controls.html"
  ]
};
include "check";

def numbers: split(".") | map(tonumber);

def violation($now; $parameters):
  ($parameters.MinVersion | text("MinVersion") | given("MinVersion")) as $min
  | .Configuration
  | select(.Command | object("Command") | given("Command")
      | .Name | text("Command.Name") | IN("glueetl", "gluestreaming"))
  | .GlueVersion | text("GlueVersion") | select(. == null or numbers < ($min | numbers))
  | {Message: "runs on Glue \(. // "0.9, the default")", Evidence: {GlueVersion: ., MinVersion: $min}};
