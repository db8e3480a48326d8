module {
  "Title": "RDS instance's administrator has a name that everyone knows",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [{"Path": ".Configuration.DBClusterIdentifier", "As": "shape"}, ".Configuration.MasterUsername"],
  "Parameters": {"Names": ["admin", "postgres"]},
  "Remediation": "The name cannot be changed. Make an administrator with another name inside the database and lock this one's password away (aws rds modify-db-instance --db-instance-identifier NAME --manage-master-user-password), or restore the data into a new instance: aws rds create-db-instance with --master-username.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | select(.DBClusterIdentifier == null)
  | (.MasterUsername | text("MasterUsername") | given("MasterUsername")) as $name
  | select($parameters.Names | items("Names") | has_item($name))
  | {Message: "the administrator is \($name)", Evidence: {MasterUsername: $name}};
