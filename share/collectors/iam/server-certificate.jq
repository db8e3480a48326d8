module {
  "ResourceType": "AWS::IAM::ServerCertificate",
  "Service": "iam",
  "Scope": "global",
  "List": {
    "Operation": "ListServerCertificates", "Parameters": {"MaxItems": 1000}, "Token": "Marker",
    "Items": "ServerCertificateMetadataList[]", "Permission": "iam:ListServerCertificates"
  },
  "Detail": [
    {
      "Operation": "ListServerCertificateTags", "Parameters": {"ServerCertificateName": ".ServerCertificateName"},
      "Token": "Marker",
      "From": "Tags", "Into": "Tags", "Permission": "iam:ListServerCertificateTags"
    }
  ],
  "Gone": ["NoSuchEntity"]
};

def arn($at): .Arn;
