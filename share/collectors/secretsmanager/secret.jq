# Whose value is not asked for, and whose collecting role needs no leave to.
module {
  "ResourceType": "AWS::SecretsManager::Secret",
  "Managed": "managed",
  "Service": "secretsmanager",
  "Scope": "regional",
  "List": {
    "Operation": "ListSecrets", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "SecretList[]", "Permission": "secretsmanager:ListSecrets"
  },
  "Detail": [
    {
      "Operation": "GetResourcePolicy", "Parameters": {"SecretId": ".ARN"},
      "From": "ResourcePolicy", "Into": "ResourcePolicy", "Permission": "secretsmanager:GetResourcePolicy"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .ARN;

# OwningService names the service that has made it and rotates it.
def managed: if .OwningService != null then "service-linked" else null end;
