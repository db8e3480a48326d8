module {
  "ResourceType": "AWS::EFS::AccessPoint",
  "Service": "elasticfilesystem",
  "Computed": ["owner_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):elasticfilesystem:\(.Region):\(.Account):access-point/\(.id)");

def configuration: {
  AccessPointId: .id,
  AccessPointArn: arn,
  FileSystemId: .file_system_id,
  PosixUser: (.posix_user | block({Uid: .uid, Gid: .gid})),
  RootDirectory: (.root_directory | block({Path: .path})),
  Tags: tags
};
