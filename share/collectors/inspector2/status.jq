# What Amazon Inspector scans in a region: a type of our own, one resource a region; the ARN is ours, too.
# https://docs.aws.amazon.com/inspector/v2/APIReference/API_BatchGetAccountStatus.html
module {
  "ResourceType": "AWS::InspectorV2::AccountStatus",
  "Service": "inspector2",
  "Scope": "regional",
  "List": {
    "Operation": "BatchGetAccountStatus", "Parameters": {"accountIds": ["$Account"]},
    "Items": ".", "Permission": "inspector2:BatchGetAccountStatus"
  },
  "Tags": null
};

def arn($at): "arn:\($at.Partition):inspector2:\($at.Region):\($at.Account):account-status";
