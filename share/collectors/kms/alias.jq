# An alias of an AWS service that has not been used yet has no TargetKeyId.
module {
  "ResourceType": "AWS::KMS::Alias",
  "Managed": "managed",
  "Service": "kms",
  "Scope": "regional",
  "List": {
    "Operation": "ListAliases", "Parameters": {"Limit": 100}, "Token": {"In": "Marker", "Out": "NextMarker"},
    "Items": "Aliases[]", "Permission": "kms:ListAliases"
  },
  "Tags": null
};

def arn($at): .AliasArn;

# Names that begin so are reserved for AWS.
def managed: if (.AliasName // "") | startswith("alias/aws/") then "aws" else null end;
