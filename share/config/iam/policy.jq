# Config holds all versions; the API is asked for the one in force.
module {"ResourceType": "AWS::IAM::ManagedPolicy", "ConfigType": "AWS::IAM::Policy"};

include "item";

def configuration:
  [.configuration.policyVersionList[]? | select(.isDefaultVersion)] as $versions
  | (.configuration | del(.policyVersionList))
  + {Tags: tag_list}
  + if $versions == [] then {} else {PolicyVersion: $versions[0]} end;
