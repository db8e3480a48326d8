module {
  "PartOf": [{"Type": "aws_networkfirewall_firewall", "By": "firewall_arn", "Is": ["arn", "id"]}]
};
include "known";

def logs: {LogDestinationConfigs: (.log_destination_config | each({
  LogType: .log_type, LogDestinationType: .log_destination_type, LogDestination: .log_destination}))};

def join($part): .LoggingConfiguration = ($part.logging_configuration | block(logs));
