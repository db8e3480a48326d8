module {
  "ResourceType": "AWS::WorkSpaces::Workspace",
  "Service": "workspaces",
  "Computed": ["computer_name", "ip_address", "state"]
};
include "known";

def arn: "arn:\(.Partition):workspaces:\(.Region):\(.Account):workspace/\(.id)";

def configuration: {
  WorkspaceId: .id,
  DirectoryId: .directory_id,
  UserName: .user_name,
  BundleId: .bundle_id,
  State: .state,
  VolumeEncryptionKey: (.volume_encryption_key | or_null),
  UserVolumeEncryptionEnabled: .user_volume_encryption_enabled,
  RootVolumeEncryptionEnabled: .root_volume_encryption_enabled,
  WorkspaceProperties: (.workspace_properties | block({RunningMode: .running_mode, ComputeTypeName: .compute_type_name})),
  Tags: tags
};
