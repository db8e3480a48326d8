# AWS has a default group for each version that was ever used: only groups that an instance uses are judged, and those
# of which that could not be read: of a plan's it is not known.
module {
  "Title": "Parameter group lets clients connect without TLS",
  "ResourceType": "AWS::RDS::DBParameterGroup",
  "Severity": 75,
  "Category": "encryption",
  "Reads": [
    ".Configuration.DBParameterGroupFamily",
    ".Configuration.Parameters[].ParameterName",
    ".Configuration.Parameters[].ParameterValue",
    {"Path": ".Configuration.DBInstances", "As": "shape", "Possible": [null]}
  ],
  "Remediation": "Run aws rds modify-db-parameter-group --db-parameter-group-name NAME --parameters ParameterName=require_secure_transport,ParameterValue=1,ApplyMethod=immediate on MySQL and MariaDB, ParameterName=rds.force_ssl,ParameterValue=1,ApplyMethod=pending-reboot on PostgreSQL and SQL Server. First see that all clients use TLS. A default group cannot be changed: make one of your own and give it to the database.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";
include "parameter";

# What the engine does where the group does not say: AWS requires TLS from these versions on.
def rule:
  family as [$engine, $version]
  | if $engine == "mysql" then {Name: "require_secure_transport", Required: ($version >= [8, 4])}
    elif $engine == "mariadb" then {Name: "require_secure_transport", Required: ($version >= [11, 8])}
    elif $engine == "postgres" then {Name: "rds.force_ssl", Required: ($version >= [15])}
    elif $engine | startswith("sqlserver-") then {Name: "rds.force_ssl", Required: false}
    else empty end;

def violation:
  .Configuration
  | select(.DBInstances != [])
  | rule as $rule
  | parameter($rule.Name) as $value
  | select(if $value == null then $rule.Required | not else $value | IN("1", "ON", "on") | not end)
  | {
      Message: "\($rule.Name) is \(if $value == null then "left at its default" else $value end)",
      Evidence: {DBParameterGroupFamily, ParameterName: $rule.Name, ParameterValue: $value}
    };
