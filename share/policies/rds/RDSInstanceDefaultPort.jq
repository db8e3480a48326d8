module {
  "Title": "RDS instance listens on its engine's default port",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 25,
  "Category": "network_security",
  "OnRequest": true,
  "Reads": [
    ".Configuration.Engine",
    {"Path": ".Configuration.DBClusterIdentifier", "As": "shape"},
    ".Configuration.Endpoint.Port"
  ],
  "Parameters": {
    "Ports": {"mysql": 3306, "mariadb": 3306, "postgres": 5432, "oracle": 1521, "sqlserver": 1433, "db2": 50000}
  },
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --db-port-number PORT --apply-immediately restarts the instance; change security groups and clients with it. A port that is not the default keeps out careless scans only: security groups are what protects.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | select(.DBClusterIdentifier == null)
  | (.Engine | text("Engine") | given("Engine")) as $engine
  | (.Endpoint | object("Endpoint") | .Port | number("Port")) as $port
  | [ $parameters.Ports | object("Ports") | to_entries[]
      | select(.key as $key | $engine == $key or ($engine | startswith("\($key)-"))) | .value ]
  | select(length > 0)
  | if $port == null then error("no port is known") else . end
  | select(has_item($port))
  | {Message: "listens on \($port), as every \($engine) does", Evidence: {Engine: $engine, Port: $port}};
