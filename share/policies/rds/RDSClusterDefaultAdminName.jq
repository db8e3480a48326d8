module {
  "Title": "Database cluster's administrator has a name that everyone knows",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.Engine", ".Configuration.MasterUsername"],
  "Parameters": {"Names": ["admin", "postgres"]},
  "Remediation": "The name cannot be changed. Make an administrator with another name inside the database and lock this one's password away (aws rds modify-db-cluster --db-cluster-identifier NAME --manage-master-user-password), or move the data into another cluster: aws rds create-db-cluster with another --master-username.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | select(.Engine | text("Engine") | given("Engine") | . != "neptune")
  | (.MasterUsername | text("MasterUsername") | given("MasterUsername")) as $name
  | select($parameters.Names | items("Names") | has_item($name))
  | {Message: "the administrator is \($name)", Evidence: {MasterUsername: $name}};
