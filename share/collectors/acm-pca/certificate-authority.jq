module {
  "ResourceType": "AWS::ACMPCA::CertificateAuthority",
  "Service": "acm-pca",
  "AccountService": "acmpca",
  "Scope": "regional",
  "List": {
    "Operation": "ListCertificateAuthorities", "Parameters": {"ResourceOwner": "SELF", "MaxResults": 1000},
    "Token": "NextToken", "Items": "CertificateAuthorities[]", "Permission": "acm-pca:ListCertificateAuthorities"
  },
  "Detail": [
    {
      "Operation": "ListTags", "Parameters": {"CertificateAuthorityArn": ".Arn"}, "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "acm-pca:ListTags"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .Arn;
