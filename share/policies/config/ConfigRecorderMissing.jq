# One that is there and does not record is ConfigRecorderStopped's.
module {
  "Title": "AWS account records no configurations in a region",
  "ResourceType": "AWS::::Monitoring",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    {"Path": ".Configuration.ConfigurationRecorders[].name", "As": "carried"},
    ".Configuration.ConfigurationRecordersStatus[].recording"
  ],
  "Remediation": "Make a recorder with a delivery channel and start it: aws configservice put-configuration-recorder, aws configservice put-delivery-channel, aws configservice start-configuration-recorder --configuration-recorder-name default --region REGION. A region can have one recorder of the customer's.",
  "Source": [
    "https://docs.aws.amazon.com/config/latest/developerguide/gs-cli.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | [.ConfigurationRecordersStatus | given("ConfigurationRecordersStatus") | items("ConfigurationRecordersStatus")[]
      | .recording | flag("recording")]
  | select(. == [])
  | {Message: "no configuration recorder", Evidence: {Recorders: 0}};
