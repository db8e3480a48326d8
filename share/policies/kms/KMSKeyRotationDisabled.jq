module {
  "Title": "KMS key is not rotated",
  "ResourceType": "AWS::KMS::Key",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.KeyManager",
    ".Configuration.KeySpec",
    ".Configuration.Origin",
    ".Configuration.KeyState",
    ".Configuration.MultiRegionConfiguration.MultiRegionKeyType",
    ".Configuration.Rotation.KeyRotationEnabled"
  ],
  "Remediation": "Let KMS change the key's material each year, which nobody notices: aws kms enable-key-rotation --key-id KEY.",
  "Source": [
    "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html"
  ]
};
include "check";

# AWS's own keys are AWS's to rotate; asymmetric and HMAC keys, imported material and that of other stores cannot rotate
# by themselves; a replica rotates with its primary key; a key that waits for its deletion will not be used again.
def can_rotate:
  (.KeyManager | text("KeyManager") | given("KeyManager") == "CUSTOMER")
  and (.KeySpec | text("KeySpec") | . == null or . == "SYMMETRIC_DEFAULT")
  and (.Origin | text("Origin") | . == null or . == "AWS_KMS")
  and (.KeyState | text("KeyState") | . == null or (startswith("Pending") | not))
  and (.MultiRegionConfiguration.MultiRegionKeyType | text("MultiRegionKeyType") | . != "REPLICA");

def violation:
  .Configuration
  | select(can_rotate)
  | .Rotation
  | object("Rotation")
  | .KeyRotationEnabled
  | flag("KeyRotationEnabled")
  | select(. != true)
  | {Message: "rotation is off", Evidence: {KeyRotationEnabled: .}};
