module {
  "Title": "RDS instance is in no VPC",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [{"Path": ".Configuration.DBSubnetGroup", "As": "shape"}],
  "Remediation": "Only instances made in EC2-Classic have no VPC, and AWS has closed that. aws rds modify-db-instance --db-instance-identifier NAME --db-subnet-group-name GROUP moves one; or restore a snapshot of it into a VPC: aws rds restore-db-instance-from-db-snapshot --db-instance-identifier NEW --db-snapshot-identifier SNAPSHOT --db-subnet-group-name GROUP.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DBSubnetGroup | object("DBSubnetGroup") | select(. == null or . == {})
  | {Message: "no subnet group, so no VPC", Evidence: {DBSubnetGroup: .}};
