# Only groups that a cluster uses are judged, and those of which that could not be read: of a plan's it is not known.
module {
  "Title": "Cluster parameter group writes no audit log",
  "ResourceType": "AWS::RDS::DBClusterParameterGroup",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.DBParameterGroupFamily",
    ".Configuration.Parameters[].ParameterName",
    ".Configuration.Parameters[].ParameterValue",
    {"Path": ".Configuration.DBClusters", "As": "shape", "Possible": [null]}
  ],
  "Remediation": "Run aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name NAME --parameters ParameterName=server_audit_logging,ParameterValue=1,ApplyMethod=immediate \"ParameterName=server_audit_events,ParameterValue='CONNECT,QUERY_DDL,QUERY_DCL',ApplyMethod=immediate\" on Aurora MySQL, ParameterName=audit_logs,ParameterValue=enabled,ApplyMethod=immediate on DocumentDB, ParameterName=neptune_enable_audit_log,ParameterValue=1,ApplyMethod=pending-reboot on Neptune. Then let the cluster send the log to CloudWatch. A default group cannot be changed: make one of your own and give it to the database.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html",
    "https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html",
    "https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html"
  ]
};
include "check";
include "parameter";

def off:
  family[0] as $engine
  | if $engine == "aurora-mysql" then
      parameter("server_audit_logging") as $logging | parameter("server_audit_events") as $events
      | select(($logging | IN("1", "ON", "on") | not) or ($events | . == null or . == ""))
      | {server_audit_logging: $logging, server_audit_events: $events}
    elif $engine == "neptune" then
      parameter("neptune_enable_audit_log") | select(. != "1") | {neptune_enable_audit_log: .}
    elif $engine == "docdb" then
      parameter("audit_logs") | select(. == null or IN("disabled", "none")) | {audit_logs: .}
    else empty end;

def violation:
  .Configuration
  | select(.DBClusters != [])
  | {Message: "the engine writes no audit log", Evidence: ({DBParameterGroupFamily} + off)};
