# Aurora MySQL takes words where MySQL takes numbers.
module {
  "Title": "Aurora parameter has a value that RDS refuses",
  "ResourceType": "AWS::RDS::DBClusterParameterGroup",
  "Severity": 90,
  "Category": "availability",
  "Reads": [".Configuration.DBParameterGroupFamily", ".Configuration.Parameters[].ParameterName", ".Configuration.Parameters[].ParameterValue"],
  "Remediation": "Use one of the allowed values: aws rds describe-engine-default-cluster-parameters --db-parameter-group-family FAMILY lists them.",
  "Source": ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Security.html"],
  "OnRequest": true
};
include "check";

def violation:
  .Configuration
  | (.DBParameterGroupFamily | text("DBParameterGroupFamily") | given("DBParameterGroupFamily"))
    as $family
  | select($family | startswith("aurora-mysql"))
  | [ .Parameters | items("Parameters")[]
      | select(.ParameterName == "require_secure_transport")
      | .ParameterValue | text("ParameterValue") | select(. != null and . != "ON" and . != "OFF") ]
  | select(. != [])
  | {Message: "require_secure_transport is \(.[0]), allowed values are: ON,OFF", Evidence: {ParameterValue: .[0]}};
