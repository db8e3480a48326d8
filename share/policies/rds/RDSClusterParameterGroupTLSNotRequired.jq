# Only groups that a cluster uses are judged, and those of which that could not be read: of a plan's it is not known.
module {
  "Title": "Cluster parameter group lets clients connect without TLS",
  "ResourceType": "AWS::RDS::DBClusterParameterGroup",
  "Severity": 75,
  "Category": "encryption",
  "Reads": [
    ".Configuration.DBParameterGroupFamily",
    ".Configuration.Parameters[].ParameterName",
    ".Configuration.Parameters[].ParameterValue",
    {"Path": ".Configuration.DBClusters", "As": "shape", "Possible": [null]}
  ],
  "Remediation": "Run aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name NAME --parameters ParameterName=require_secure_transport,ParameterValue=ON,ApplyMethod=immediate on Aurora MySQL, ParameterName=rds.force_ssl,ParameterValue=1,ApplyMethod=pending-reboot on Aurora PostgreSQL, ParameterName=tls,ParameterValue=tls1.2+,ApplyMethod=pending-reboot on DocumentDB. First see that all clients use TLS. A default group cannot be changed: make one of your own and give it to the database.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Security.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html",
    "https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html"
  ]
};
include "check";
include "parameter";

# What the engine does where the group does not say: AWS requires TLS from these versions on.
def rule:
  family as [$engine, $version]
  | if $engine | IN("mysql", "aurora-mysql") then {Name: "require_secure_transport", Required: ($version >= [8, 4])}
    elif $engine == "postgres" then {Name: "rds.force_ssl", Required: ($version >= [15])}
    elif $engine == "aurora-postgresql" then {Name: "rds.force_ssl", Required: ($version >= [17])}
    elif $engine == "docdb" then {Name: "tls", Required: true}
    else empty end;

def violation:
  .Configuration
  | select(.DBClusters != [])
  | rule as $rule
  | parameter($rule.Name) as $value
  | select(
      if $value == null then $rule.Required | not
      else $value | IN("1", "ON", "on", "enabled", "fips-140-3", "tls1.2+", "tls1.3+") | not end
    )
  | {
      Message: "\($rule.Name) is \(if $value == null then "left at its default" else $value end)",
      Evidence: {DBParameterGroupFamily, ParameterName: $rule.Name, ParameterValue: $value}
    };
