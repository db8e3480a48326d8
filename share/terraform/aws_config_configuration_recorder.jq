# What the role may do, and which resource says so, decides whether the recorder works.
module {
  "ResourceType": "AWS::Config::ConfigurationRecorder",
  "Service": "config",
  "TakesFrom": [{"Type": "aws_iam_role", "By": "role_arn", "Is": ["arn"], "As": "roles"}],
  "Live": ["Count"],
  "Name": "name"
};
include "known";

def arn: "arn:\(.Partition):config:\(.Region):\(.Account):configuration-recorder/\(first_of(.name, .id))";

def configuration: {
  name: first_of(.name, .id),
  arn: arn,
  roleARN: .role_arn,
  recordingGroup: (.recording_group | block({
    allSupported: .all_supported, includeGlobalResourceTypes: .include_global_resource_types,
    resourceTypes: (.resource_types | each(.)),
    recordingStrategy: (.recording_strategy | block({useOnly: .use_only}))
  })),
  Status: []
};

def related: {
  RolePolicies: [.roles[] | (.attachments // [])[] | .policy_arn],
  RoleAttachments: [.roles[] | ((.attachments // []) + (.inline_policies // []))[] | .Address]
};
