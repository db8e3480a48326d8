# Types says which types are critical and which members of their configuration tell that logs go somewhere.  Levels,
# where it is not empty, takes of these only resources whose tag CriticalityLevel is one of them.  Other members than
# those in Reads must be added there.
module {
  "Title": "Critical resource sends no logs to CloudWatch",
  "ResourceType": "*",
  "Severity": 50,
  "Category": "logging",
  "OnRequest": true,
  "Reads": [
    ".ResourceType",
    ".Tags.CriticalityLevel",
    {"Path": ".Configuration.CloudWatchLogsLogGroupArn", "As": "shape"},
    {"Path": ".Configuration.EnabledCloudwatchLogsExports", "As": "shape"},
    {"Path": ".Configuration.FlowLogs", "As": "shape"},
    {"Path": ".Configuration.LoggingConfig.LogGroup", "As": "shape"},
    {"Path": ".Configuration.LoggingRole", "As": "shape"},
    {"Path": ".Configuration.StructuredLogDestinations", "As": "shape"},
    {"Path": ".Configuration.loggingConfiguration.destinations", "As": "shape"}
  ],
  "Parameters": {
    "Types": {
      "AWS::CloudTrail::Trail": ["CloudWatchLogsLogGroupArn"],
      "AWS::EC2::VPC": ["FlowLogs"],
      "AWS::Lambda::Function": ["LoggingConfig.LogGroup"],
      "AWS::RDS::DBCluster": ["EnabledCloudwatchLogsExports"],
      "AWS::RDS::DBInstance": ["EnabledCloudwatchLogsExports"],
      "AWS::StepFunctions::StateMachine": ["loggingConfiguration.destinations"],
      "AWS::Transfer::Server": ["StructuredLogDestinations", "LoggingRole"]
    },
    "Levels": []
  },
  "Remediation": "Turn its log to CloudWatch Logs on, as for a database aws rds modify-db-instance --db-instance-identifier NAME --cloudwatch-logs-export-configuration EnableLogTypes=error. The policy for its type says how.",
  "Source": ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html"]
};
include "check";

def value($path): reduce ($path | split("."))[] as $name (.; object($path) | .[$name]);

def violation($now; $parameters):
  $parameters.Types[.ResourceType] as $paths
  | select($paths != null)
  | select($parameters.Levels == []
      or (.Tags | object("Tags") | .CriticalityLevel | text("the tag CriticalityLevel")
        | . as $level | any($parameters.Levels[]; . == $level)))
  | .Configuration as $in
  | select(any($paths[]; . as $path | $in | value($path) | . != null and . != "" and . != [] and . != {}) | not)
  | {Message: "\($paths | join(" and ")) empty: no log", Evidence: {NotConfigured: $paths}};
