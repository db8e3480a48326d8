module {
  "Title": "AWS Config's recorder fails",
  "ResourceType": "AWS::Config::ConfigurationRecorder",
  "Severity": 70,
  "Category": "monitoring",
  "Reads": [
    ".Configuration.Status[].recording",
    ".Configuration.Status[].lastStatus",
    ".Configuration.Status[].lastErrorCode",
    {"Path": ".Configuration.Status[].lastErrorMessage", "As": "carried"}
  ],
  "Remediation": "aws configservice describe-configuration-recorder-status names the error, which is mostly that the role may not read something",
  "Source": ["https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorderStatus.html"]
};
include "check";

def violation:
  [.Configuration.Status | items("Status")[] | object("Status")
    | select(.recording | flag("recording") == true)
    | select(.lastStatus | text("lastStatus") | ascii_downcase? == "failure")
    | {lastStatus, lastErrorCode, lastErrorMessage}] as $failing
  | select($failing != [])
  | {
      Message: "its last attempt failed: \($failing[0].lastErrorCode // "no error is named")",
      Evidence: {Status: $failing}
    };
