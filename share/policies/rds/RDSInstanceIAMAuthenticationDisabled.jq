module {
  "Title": "RDS instance takes passwords only",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [
    ".Configuration.Engine",
    {"Path": ".Configuration.DBClusterIdentifier", "As": "shape"},
    ".Configuration.IAMDatabaseAuthenticationEnabled"
  ],
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --enable-iam-database-authentication, then let users of the database log in with tokens (CREATE USER NAME IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' on MySQL, GRANT rds_iam TO NAME on PostgreSQL) and allow rds-db:connect to who may.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.DBClusterIdentifier == null)
  | select(.Engine | text("Engine") | given("Engine") | IN("mysql", "mariadb", "postgres"))
  | .IAMDatabaseAuthenticationEnabled | flag("IAMDatabaseAuthenticationEnabled") | select(. != true)
  | {Message: "IAM database authentication is off", Evidence: {IAMDatabaseAuthenticationEnabled: .}};
