# An organization's trail is seen by its members, too.
module {
  "Title": "AWS account's calls in a region are in no multi-region trail",
  "ResourceType": "AWS::::Monitoring",
  "Severity": 75,
  "Category": "logging",
  "Reads": [".Configuration.Trails[].IsMultiRegionTrail", ".Configuration.Trails[].IsLogging"],
  "Remediation": "Make one trail for all regions and start it: aws cloudtrail create-trail --name NAME --s3-bucket-name BUCKET --is-multi-region-trail --enable-log-file-validation; aws cloudtrail start-logging --name NAME. In an organization make it in the management account with --is-organization-trail.",
  "Source": [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-trails",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.Trails | given("Trails") | items("Trails")[]
    | select(.IsMultiRegionTrail | flag("IsMultiRegionTrail") == true)
    | .IsLogging | flag("IsLogging")]
  | select(any(.[]; . == true) | not)
  | {
      Message: (if . == [] then "no multi-region trail" else "the multi-region trail does not log" end),
      Evidence: {MultiRegionTrails: length, Logging: 0}
    };
