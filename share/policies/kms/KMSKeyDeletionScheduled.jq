module {
  "Title": "KMS key will be deleted",
  "ResourceType": "AWS::KMS::Key",
  "Severity": 90,
  "Category": "data_protection",
  "Reads": [".Configuration.KeyState", {"Path": ".Configuration.DeletionDate", "As": "carried"}],
  "Remediation": "What the key encrypted is lost with it. If that is not meant: aws kms cancel-key-deletion --key-id KEY, then aws kms enable-key --key-id KEY. To stop using a key, disable it: aws kms disable-key --key-id KEY.",
  "Source": [
    "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.KeyState | text("KeyState") | given("KeyState") | . == "PendingDeletion" or . == "PendingReplicaDeletion")
  | {Message: "the key waits for its deletion", Evidence: {KeyState, DeletionDate}};
