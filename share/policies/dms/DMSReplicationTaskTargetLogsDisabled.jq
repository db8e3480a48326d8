# The settings are JSON in a text.
module {
  "Title": "DMS replication task does not log its target",
  "ResourceType": "AWS::DMS::ReplicationTask",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.ReplicationTaskSettings"],
  "Remediation": "Set Logging.EnableLogging to true and the severity of TARGET_APPLY and TARGET_LOAD to LOGGER_SEVERITY_DEFAULT or finer, while the task is stopped: aws dms modify-replication-task --replication-task-arn ARN --replication-task-settings file://settings.json.",
  "Source": [
    "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ReplicationTaskSettings | text("ReplicationTaskSettings") | given("ReplicationTaskSettings")
  | (try fromjson catch error("ReplicationTaskSettings is not JSON")) | object("ReplicationTaskSettings")
  | .Logging | object("Logging")
  | (.EnableLogging | flag("EnableLogging")) as $on
  | [ .LogComponents | items("LogComponents")[] | object("a component")
      | select(.Severity
          | IN("LOGGER_SEVERITY_DEFAULT", "LOGGER_SEVERITY_DEBUG", "LOGGER_SEVERITY_DETAILED_DEBUG"))
      | .Id ]
  | ["TARGET_APPLY", "TARGET_LOAD"] - (if $on == true then . else [] end)
  | select(length > 0)
  | {Message: "not logged: \(join(", "))", Evidence: {EnableLogging: $on, NotLogged: .}};
