module {
  "Title": "AWS Config cannot deliver what it records",
  "ResourceType": "AWS::Config::DeliveryChannel",
  "Severity": 70,
  "Category": "monitoring",
  "Reads": [
    ".Configuration.Status[].configHistoryDeliveryInfo.lastStatus",
    ".Configuration.Status[].configSnapshotDeliveryInfo.lastStatus",
    ".Configuration.Status[].configStreamDeliveryInfo.lastStatus"
  ],
  "Remediation": "aws configservice describe-delivery-channel-status names the error; mostly the bucket's policy, its key's, or the topic's does not let AWS Config write",
  "Source": [
    "https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannelStatus.html",
    "https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html"
  ]
};
include "check";

def violation:
  [.Configuration.Status | items("Status")[] | object("Status")
    | ("configHistoryDeliveryInfo", "configSnapshotDeliveryInfo", "configStreamDeliveryInfo") as $way
    | {way: $way, status: (.[$way] | object($way) | .lastStatus | text("lastStatus"))}
    | select(.status != null and (.status | ascii_downcase == "failure")) | .way] as $failing
  | select($failing != [])
  | {Message: "the last delivery failed: \($failing | join(", "))", Evidence: {Failing: $failing}};
