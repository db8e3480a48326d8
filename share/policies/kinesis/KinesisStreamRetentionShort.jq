module {
  "Title": "Kinesis stream keeps records for too few hours",
  "ResourceType": "AWS::Kinesis::Stream",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.RetentionPeriodHours"],
  "Parameters": {"MinHours": 168},
  "Remediation": "Run aws kinesis increase-stream-retention-period --stream-name NAME --retention-period-hours 168 (at most 8760), so that a consumer that fails on a Friday loses nothing. It is billed by shard and hour.",
  "Source": [
    "https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinHours | number("MinHours") | given("MinHours")) as $min
  | .Configuration.RetentionPeriodHours | number("RetentionPeriodHours") | select(. == null or . < $min)
  | {
      Message: "records are kept for \(. // "an unknown number of") hours",
      Evidence: {RetentionPeriodHours: ., MinHours: $min}
    };
