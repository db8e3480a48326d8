module {
  "Title": "Database cluster does not ask IAM who connects",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.Engine", ".Configuration.IAMDatabaseAuthenticationEnabled"],
  "Remediation": "Run aws rds modify-db-cluster --db-cluster-identifier NAME --enable-iam-database-authentication, then let users log in with tokens and allow rds-db:connect to who may. On Neptune all clients must then sign their requests: aws neptune modify-db-cluster --db-cluster-identifier NAME --enable-iam-database-authentication.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html",
    "https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Engine | text("Engine") | given("Engine") | . != "docdb")
  | .IAMDatabaseAuthenticationEnabled | flag("IAMDatabaseAuthenticationEnabled") | select(. != true)
  | {Message: "IAM database authentication is off", Evidence: {IAMDatabaseAuthenticationEnabled: .}};
