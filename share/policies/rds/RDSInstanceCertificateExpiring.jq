# A plan, and an instance that is still being made, have no certificate yet.
module {
  "Title": "RDS instance's server certificate expires soon",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 75,
  "Category": "maintenance",
  "Reads": [{"Path": ".Configuration.CertificateDetails.ValidTill", "CutAhead": "MinDays"}],
  "Parameters": {"MinDays": 30},
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately gives it a new one; first give clients the new CA's bundle. With an up-to-date CA RDS renews server certificates by itself.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CertificateDetails.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.MinDays | number("MinDays") | given("MinDays")) as $min
  | .Configuration.CertificateDetails | object("CertificateDetails")
  | select(. != null and .ValidTill != null)
  | .ValidTill as $till
  | ((($till | seconds) - ($now | seconds)) / 86400 | floor) as $days
  | select($days < $min)
  | {
      Message: (if $days < 0 then "its certificate has expired" else "its certificate expires in \($days) days" end),
      Evidence: {ValidTill: $till, MinDays: $min}
    };
