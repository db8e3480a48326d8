# Without Includes ACM lists RSA_1024 and RSA_2048 alone.
# https://docs.aws.amazon.com/acm/latest/APIReference/API_Filters.html
module {
  "ResourceType": "AWS::CertificateManager::Certificate",
  "Service": "acm",
  "Scope": "regional",
  "List": {
    "Operation": "ListCertificates",
    "Parameters": {
      "Includes": {
        "keyTypes": [
          "RSA_1024", "RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"
        ]
      },
      "MaxItems": 1000
    },
    "Token": "NextToken",
    "Items": "CertificateSummaryList[]", "Permission": "acm:ListCertificates"
  },
  "Detail": [
    {
      "Operation": "DescribeCertificate", "Parameters": {"CertificateArn": ".CertificateArn"},
      "From": "Certificate", "Into": ".", "Permission": "acm:DescribeCertificate"
    },
    {
      "Operation": "ListTagsForCertificate", "Parameters": {"CertificateArn": ".CertificateArn"},
      "From": "Tags", "Into": "Tags", "Permission": "acm:ListTagsForCertificate"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .CertificateArn;
