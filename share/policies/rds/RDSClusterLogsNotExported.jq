module {
  "Title": "Database cluster does not send its logs to CloudWatch",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.Engine", ".Configuration.EnabledCloudwatchLogsExports"],
  "Parameters": {
    "Required": {
      "aurora": ["audit"],
      "aurora-mysql": ["audit"],
      "aurora-postgresql": ["postgresql"],
      "mysql": ["audit", "error"],
      "postgres": ["postgresql"],
      "neptune": ["audit"],
      "docdb": ["audit"]
    }
  },
  "Remediation": "Run aws rds modify-db-cluster --db-cluster-identifier NAME --cloudwatch-logs-export-configuration '{\"EnableLogTypes\": [\"audit\"]}' with all that is missing. The engine must write the log, too: in the cluster's parameter group, server_audit_logging of Aurora MySQL, audit_logs of DocumentDB, neptune_enable_audit_log of Neptune.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.CloudWatch.html",
    "https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html",
    "https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | (.Engine | text("Engine") | given("Engine")) as $engine
  | (.EnabledCloudwatchLogsExports | items("EnabledCloudwatchLogsExports") | map(text("an exported log"))) as $exported
  | ($parameters.Required | object("Required") | .[$engine] | items("Required")) - $exported
  | select(length > 0)
  | {
      Message: "not sent to CloudWatch: \(join(", "))",
      Evidence: {Engine: $engine, EnabledCloudwatchLogsExports: $exported, Missing: .}
    };
