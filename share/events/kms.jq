# A key that is scheduled for deletion is there until the day.  KMS names the key as its caller did: by id, ARN or alias.
module {
  "EventSource": "kms.amazonaws.com",
  "Resources": [
    {
      "ResourceType": "AWS::KMS::Key", "Item": "key",
      "Created": ["CreateKey"],
      "Changed": [
        "CancelKeyDeletion", "CreateKey", "DeleteImportedKeyMaterial", "DisableKey", "DisableKeyRotation", "EnableKey",
        "EnableKeyRotation", "ImportKeyMaterial", "PutKeyPolicy", "ReplicateKey", "ScheduleKeyDeletion", "TagResource",
        "UntagResource", "UpdateKeyDescription"
      ],
      "Deleted": ["DeleteKey"]
    }
  ]
};

def key($at):
  (.responseElements.keyMetadata.keyId // ([.resources[]? | select(.type == "AWS::KMS::Key") | .ARN] | first)
    // .requestParameters.keyId // "")
  | sub("^arn:.*:key/"; "")
  | if test("^(mrk-)?[0-9a-f-]+$") then
      {KeyId: ., KeyArn: "arn:\($at.Partition):kms:\($at.Region):\($at.Account):key/\(.)"}
    else null end;
