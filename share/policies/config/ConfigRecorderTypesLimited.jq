module {
  "Title": "AWS Config's recorder leaves out types of resources",
  "ResourceType": "AWS::Config::ConfigurationRecorder",
  "Severity": 50,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [".Configuration.recordingGroup.allSupported", ".Configuration.recordingGroup.recordingStrategy.useOnly"],
  "Remediation": "aws configservice put-configuration-recorder --configuration-recorder name=NAME,roleARN=ROLE --recording-group allSupported=true,includeGlobalResourceTypes=true",
  "Source": ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"]
};
include "check";

def violation:
  .Configuration.recordingGroup | object("recordingGroup")
  | .allSupported | flag("recordingGroup.allSupported") | select(. != true)
  | {Message: "it does not record all types", Evidence: {allSupported: .}};
