# Only groups that a cluster uses are judged, and those of which that could not be read: of a plan's it is not known.
module {
  "Title": "Cluster parameter group allows TLS before 1.2",
  "ResourceType": "AWS::RDS::DBClusterParameterGroup",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.DBParameterGroupFamily",
    ".Configuration.Parameters[].ParameterName",
    ".Configuration.Parameters[].ParameterValue",
    {"Path": ".Configuration.DBClusters", "As": "shape", "Possible": [null]}
  ],
  "Remediation": "Run aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name NAME --parameters \"ParameterName=tls_version,ParameterValue='TLSv1.2,TLSv1.3',ApplyMethod=pending-reboot\" on Aurora MySQL, ParameterName=ssl_min_protocol_version,ParameterValue=TLSv1.2,ApplyMethod=immediate on Aurora PostgreSQL, ParameterName=tls,ParameterValue=tls1.2+,ApplyMethod=pending-reboot on DocumentDB. A default group cannot be changed: make one of your own and give it to the database.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Security.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html",
    "https://docs.aws.amazon.com/documentdb/latest/developerguide/API_Parameter.html"
  ]
};
include "check";
include "parameter";

# What the engine allows where the group does not say: nothing before TLS 1.2 from these versions on.
def rule:
  family as [$engine, $version]
  | if $engine | IN("mysql", "aurora-mysql") then {Name: "tls_version", New: ($version >= [8])}
    elif $engine | IN("postgres", "aurora-postgresql") then {Name: "ssl_min_protocol_version", New: ($version >= [13])}
    elif $engine == "docdb" then {Name: "tls", New: false}
    else empty end;

# A list of versions, or the least one.  DocumentDB's "enabled" allows TLS 1.0; "disabled" is another policy's.
def new:
  IN("disabled", "fips-140-3", "tls1.2+", "tls1.3+")
  or (split(",") | map(ltrimstr(" ")) | length > 0 and all(.[]; IN("TLSv1.2", "TLSv1.3")));

def violation:
  .Configuration
  | select(.DBClusters != [])
  | rule as $rule
  | parameter($rule.Name) as $value
  | select(if $value == null then $rule.New | not else $value | new | not end)
  | {
      Message: "\($rule.Name) is \(if $value == null then "left at its default" else $value end)",
      Evidence: {DBParameterGroupFamily, ParameterName: $rule.Name, ParameterValue: $value}
    };
