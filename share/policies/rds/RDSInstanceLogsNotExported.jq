# What must be sent depends on the engine; the key is the engine's name, or all of it before a dash.  The logs of
# Aurora, Neptune and DocumentDB are set on their clusters.
module {
  "Title": "RDS instance does not send its logs to CloudWatch",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.Engine",
    {"Path": ".Configuration.DBClusterIdentifier", "As": "shape"},
    ".Configuration.EnabledCloudwatchLogsExports"
  ],
  "Parameters": {
    "Required": {
      "mysql": ["audit", "error", "general", "slowquery"],
      "mariadb": ["audit", "error", "general", "slowquery"],
      "postgres": ["postgresql", "upgrade"],
      "oracle": ["alert", "audit", "listener", "trace"],
      "sqlserver": ["agent", "error"],
      "db2": ["diag.log", "notify.log"]
    }
  },
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --cloudwatch-logs-export-configuration '{\"EnableLogTypes\": [\"error\"]}' with all that is missing. For some logs the engine must be told to write them first: audit of MySQL and MariaDB needs the option MARIADB_AUDIT_PLUGIN, general and slowquery need general_log, slow_query_log and log_output=FILE in the parameter group.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | select(.DBClusterIdentifier == null)
  | (.Engine | text("Engine") | given("Engine")) as $engine
  | (.EnabledCloudwatchLogsExports | items("EnabledCloudwatchLogsExports") | map(text("an exported log"))) as $exported
  | [ $parameters.Required | object("Required") | to_entries[]
      | select(.key as $key | $engine == $key or ($engine | startswith("\($key)-")))
      | .value | items("Required")[] ]
  | . - $exported
  | select(length > 0)
  | {
      Message: "not sent to CloudWatch: \(join(", "))",
      Evidence: {Engine: $engine, EnabledCloudwatchLogsExports: $exported, Missing: .}
    };
