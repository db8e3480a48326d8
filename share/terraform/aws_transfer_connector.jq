module {
  "ResourceType": "AWS::Transfer::Connector",
  "Service": "transfer"
};
include "known";

def arn: arn_or("arn:\(.Partition):transfer:\(.Region):\(.Account):connector/\(.id)");

def configuration: {
  Arn: arn,
  ConnectorId: .id,
  Url: .url,
  AccessRole: .access_role,
  LoggingRole: (.logging_role | or_null),
  SecurityPolicyName: .security_policy_name,
  Tags: tags
};
