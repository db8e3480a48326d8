# Aurora MySQL takes words where MySQL takes numbers.  Allowed: by the beginning of a family, and parameter, all values.
module {
  "Title": "Aurora parameter has a value that RDS refuses",
  "ResourceType": "AWS::RDS::DBClusterParameterGroup",
  "Severity": 90,
  "Category": "availability",
  "Reads": [".Configuration.DBParameterGroupFamily", ".Configuration.Parameters[].ParameterName", ".Configuration.Parameters[].ParameterValue"],
  "Parameters": {"Allowed": {"aurora-mysql": {"require_secure_transport": ["ON", "OFF"]}}},
  "Remediation": "Use one of the allowed values: aws rds describe-engine-default-cluster-parameters --db-parameter-group-family FAMILY lists them.",
  "Source": ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Security.html"],
  "OnRequest": true
};
include "check";

def violation($now; $parameters):
  .Configuration
  | . as $group
  | (.DBParameterGroupFamily | text("DBParameterGroupFamily") | given("DBParameterGroupFamily")) as $family
  | [ ($parameters.Allowed | object("Allowed") // {} | to_entries[])
      | select(.key as $beginning | $family | startswith($beginning)) | .value ]
  | add // {}
  | . as $allowed
  | select($allowed != {})
  | [ $group.Parameters | items("Parameters")[]
      | select(.ParameterName | . != null and $allowed[.] != null)
      | (.ParameterValue | text("ParameterValue")) as $value
      | select($value != null and ($allowed[.ParameterName] | items("Allowed") | any(.[]; . == $value) | not))
      | {ParameterName, ParameterValue: $value, Allowed: $allowed[.ParameterName]} ]
  | select(. != [])
  | {
      Message: (map("\(.ParameterName) is \(.ParameterValue), allowed values are: \(.Allowed | join(","))")
        | join("; ")),
      Evidence: {Parameters: .}
    };
