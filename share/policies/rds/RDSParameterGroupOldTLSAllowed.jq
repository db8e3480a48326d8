# Only groups that an instance uses are judged, and those of which that could not be read: of a plan's it is not known.
module {
  "Title": "Parameter group allows TLS before 1.2",
  "ResourceType": "AWS::RDS::DBParameterGroup",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.DBParameterGroupFamily",
    ".Configuration.Parameters[].ParameterName",
    ".Configuration.Parameters[].ParameterValue",
    {"Path": ".Configuration.DBInstances", "As": "shape", "Possible": [null]}
  ],
  "Remediation": "Run aws rds modify-db-parameter-group --db-parameter-group-name NAME --parameters \"ParameterName=tls_version,ParameterValue='TLSv1.2,TLSv1.3',ApplyMethod=pending-reboot\" on MySQL and MariaDB, ParameterName=ssl_min_protocol_version,ParameterValue=TLSv1.2,ApplyMethod=immediate on PostgreSQL, ParameterName=rds.tls10,ParameterValue=disabled,ApplyMethod=pending-reboot and the same with rds.tls11 on SQL Server. A default group cannot be changed: make one of your own and give it to the database.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.SSLSupport.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.SSLSupport.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Ciphers.html"
  ]
};
include "check";
include "parameter";

# What the engine allows where the group does not say: nothing before TLS 1.2 from these versions on.
def rules:
  family as [$engine, $version]
  | if $engine == "mysql" then {Name: "tls_version", New: ($version >= [8])}
    elif $engine == "mariadb" then {Name: "tls_version", New: ($version >= [10, 11])}
    elif $engine == "postgres" then {Name: "ssl_min_protocol_version", New: ($version >= [13])}
    elif $engine | startswith("sqlserver-") then {Name: ("rds.tls10", "rds.tls11"), New: false}
    else empty end;

# A list of versions, the least one, or for SQL Server whether an old one is off.
def new: . == "disabled" or (split(",") | map(ltrimstr(" ")) | length > 0 and all(.[]; IN("TLSv1.2", "TLSv1.3")));

def violation:
  .Configuration
  | select(.DBInstances != [])
  | . as $group
  | [ rules
      | . as $rule
      | ($group | parameter($rule.Name)) as $value
      | select(if $value == null then $rule.New | not else $value | new | not end)
      | {ParameterName: $rule.Name, ParameterValue: $value} ]
  | select(length > 0)
  | {
      Message: (map("\(.ParameterName) is \(.ParameterValue // "left at its default")") | join(", ")),
      Evidence: {DBParameterGroupFamily: $group.DBParameterGroupFamily, Parameters: .}
    };
