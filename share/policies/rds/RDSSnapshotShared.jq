module {
  "Title": "RDS snapshot is shared with an account that is not trusted",
  "ResourceType": "AWS::RDS::DBSnapshot",
  "Severity": 70,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [
    ".Configuration.SnapshotType",
    ".Configuration.DBSnapshotAttributes[].AttributeName",
    ".Configuration.DBSnapshotAttributes[].AttributeValues"
  ],
  "Parameters": {"TrustedAccounts": []},
  "Remediation": "Run aws rds modify-db-snapshot-attribute --db-snapshot-identifier NAME --attribute-name restore --values-to-remove ACCOUNT takes the share back, but not what was copied. If the account is a trusted one, add it to the parameter TrustedAccounts.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotAttribute.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | select(.SnapshotType | text("SnapshotType") | . == null or . == "manual")
  | .DBSnapshotAttributes | given("DBSnapshotAttributes") | items("DBSnapshotAttributes")
  | [.[] | object("an attribute") | select(.AttributeName == "restore") | .AttributeValues | items("AttributeValues")[]]
  | . - ["all"] - ($parameters.TrustedAccounts | items("TrustedAccounts"))
  | select(length > 0)
  | {Message: "shared with \(join(", "))", Evidence: {restore: .}};
