module {
  "Title": "AWS Config's recorder is there and does not record",
  "ResourceType": "AWS::Config::ConfigurationRecorder",
  "Severity": 70,
  "Category": "monitoring",
  "Reads": [".Configuration.Status[].recording", ".Configuration.Status[].lastStatus"],
  "Remediation": "aws configservice start-configuration-recorder --configuration-recorder-name NAME; it needs a delivery channel",
  "Source": [
    "https://docs.aws.amazon.com/config/latest/developerguide/manage-recorder_console-stop.html",
    "https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorderStatus.html"
  ]
};
include "check";

def violation:
  [.Configuration.Status | items("Status")[] | object("Status") | .recording | flag("recording")] as $recording
  | select(any($recording[]; . == true) | not)
  | {Message: "it is not recording", Evidence: {recording: $recording}};
