module {
  "Title": "Database cluster listens on its engine's default port",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 25,
  "Category": "network_security",
  "OnRequest": true,
  "Reads": [".Configuration.Engine", ".Configuration.Port"],
  "Parameters": {
    "Ports": {"aurora": 3306, "aurora-mysql": 3306, "aurora-postgresql": 5432, "mysql": 3306, "postgres": 5432}
  },
  "Remediation": "Run aws rds modify-db-cluster --db-cluster-identifier NAME --port PORT --apply-immediately restarts its instances; change security groups and clients with it. A port that is not the default keeps out careless scans only: security groups are what protects.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | (.Engine | text("Engine") | given("Engine")) as $engine
  | ($parameters.Ports | object("Ports") | .[$engine]) as $default
  | select($default != null)
  | .Port | number("Port") | given("Port") | select(. == $default)
  | {Message: "listens on \(.), as every \($engine) does", Evidence: {Engine: $engine, Port: .}};
