module {
  "Title": "CloudTrail trail cannot deliver its logs",
  "ResourceType": "AWS::CloudTrail::Trail",
  "Severity": 70,
  "Category": "logging",
  "Reads": [".Configuration.Status.LatestDeliveryError", ".Configuration.Status.LatestCloudWatchLogsDeliveryError"],
  "Remediation": "See what the error says: the bucket is gone, or its policy, the key's policy or the role of the log group does not let CloudTrail write. aws cloudtrail get-trail-status --name NAME shows when a delivery worked last.",
  "Source": ["https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html"]
};
include "check";

def violation:
  .Configuration.Status
  | object("Status")
  | {
      LatestDeliveryError: (.LatestDeliveryError | text("LatestDeliveryError")),
      LatestCloudWatchLogsDeliveryError:
        (.LatestCloudWatchLogsDeliveryError | text("LatestCloudWatchLogsDeliveryError"))
    }
  | with_entries(select(.value != null and .value != ""))
  | select(. != {})
  | {Message: "the last delivery failed: \([.[]] | join(", "))", Evidence: .};
