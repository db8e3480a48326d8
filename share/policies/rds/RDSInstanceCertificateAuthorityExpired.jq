# The CAs that AWS has replaced until now, by the day on which their certificates ended.  The server's own certificate
# is another policy's.
module {
  "Title": "RDS instance has an outdated certificate authority",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [".Configuration.CACertificateIdentifier"],
  "Parameters": {
    "EndOfValidity": {"rds-ca-2010": "2015-04-03", "rds-ca-2015": "2020-03-05", "rds-ca-2019": "2024-08-22"}
  },
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately; first give clients the new CA's bundle, or those that verify the server lose their connection. Some engines restart for it.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html"
  ]
};
include "check";

def violation($now; $parameters):
  (.Configuration.CACertificateIdentifier | text("CACertificateIdentifier")) as $ca
  | select($ca != null)
  | ($parameters.EndOfValidity | object("EndOfValidity") | .[$ca]) as $till
  | select($till != null and ($now[:10] > ($till | text("an end"))))
  | {Message: "\($ca) ended on \($till)", Evidence: {CACertificateIdentifier: $ca, EndOfValidity: $till}};
