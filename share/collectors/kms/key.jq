# Keys of AWS services are listed too: KeyManager tells.  A key that cannot rotate (asymmetric, HMAC, imported) has
# no rotation configured.  https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
# LastUsage: without KeyLastUsage the key was not used since TrackingStartDate.
# https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html
module {
  "ResourceType": "AWS::KMS::Key",
  "Managed": "managed",
  "Service": "kms",
  "Scope": "regional",
  "List": {
    "Operation": "ListKeys", "Parameters": {"Limit": 1000}, "Token": {"In": "Marker", "Out": "NextMarker"},
    "Items": "Keys[]", "Permission": "kms:ListKeys"
  },
  "One": {"By": ["KeyId", "KeyArn"]},
  "Once": [
    {
      "Operation": "ListAliases", "Parameters": {"Limit": 100}, "Token": {"In": "Marker", "Out": "NextMarker"},
      "From": "Aliases", "Key": "TargetKeyId", "Match": "KeyId", "Into": "Aliases", "Permission": "kms:ListAliases"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeKey", "Parameters": {"KeyId": ".KeyId"},
      "From": "KeyMetadata", "Into": ".", "Permission": "kms:DescribeKey"
    },
    {
      "Operation": "GetKeyRotationStatus", "Parameters": {"KeyId": ".KeyId"},
      "Into": "Rotation",
      "NotConfigured": ["UnsupportedOperationException"], "Permission": "kms:GetKeyRotationStatus"
    },
    {
      "Operation": "GetKeyLastUsage", "Parameters": {"KeyId": ".KeyId"},
      "Into": "LastUsage", "Permission": "kms:GetKeyLastUsage"
    },
    {
      "Operation": "GetKeyPolicy", "Parameters": {"KeyId": ".KeyId", "PolicyName": "default"},
      "From": "Policy", "Into": "Policy", "Permission": "kms:GetKeyPolicy"
    },
    {
      "Operation": "ListResourceTags", "Parameters": {"KeyId": ".KeyId"}, "Token": {"In": "Marker", "Out": "NextMarker"},
      "From": "Tags", "Into": "Tags", "Permission": "kms:ListResourceTags"
    }
  ],
  "Gone": ["NotFoundException"]
};

def arn($at): .KeyArn;

# KeyManager is AWS for the keys that services make under alias/aws/ and CUSTOMER for all others.
def managed: if .KeyManager == "AWS" then "aws" else null end;
