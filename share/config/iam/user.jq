module {
  "ResourceType": "AWS::IAM::User",
  "NotRecorded": [
    ".Configuration.PasswordLastUsed", ".Configuration.Groups[].Arn", ".Configuration.Groups[].CreateDate",
    ".Configuration.Groups[].GroupId", ".Configuration.Groups[].Path"
  ]
};

include "item";

def configuration:
  (.configuration | del(.attachedManagedPolicies, .userPolicyList, .groupList))
  + {
    AttachedPolicies: (.configuration.attachedManagedPolicies // []),
    Policies: [.configuration.userPolicyList[]? | {PolicyName: .policyName, PolicyDocument: .policyDocument}],
    Groups: [.configuration.groupList[]? | {GroupName: .}],
    Tags: tag_list
  };
