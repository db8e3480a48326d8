module {
  "ResourceType": "AWS::IAM::Role",
  "NotRecorded": [
    ".Configuration.AssumeRolePolicyDocument", ".Configuration.Description",
    ".Configuration.MaxSessionDuration", ".Configuration.MaxSigninSessionDuration",
    ".Configuration.SourceRoleTemplate"
  ]
};

include "item";

def configuration:
  (.configuration | del(.attachedManagedPolicies, .rolePolicyList, .instanceProfileList))
  + {
    AttachedPolicies: (.configuration.attachedManagedPolicies // []),
    Policies: [.configuration.rolePolicyList[]? | {PolicyName: .policyName, PolicyDocument: .policyDocument}],
    InstanceProfiles: (.configuration.instanceProfileList // []),
    Tags: tag_list
  };
