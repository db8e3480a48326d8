module {
  "ResourceType": "AWS::EFS::FileSystem",
  "Service": "elasticfilesystem",
  "Computed": ["owner_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):elasticfilesystem:\(.Region):\(.Account):file-system/\(.id)");

def configuration: {
  FileSystemId: .id,
  FileSystemArn: arn,
  OwnerId: first_of(.owner_id, .Account),
  Name: (.tags | known(if . == null then null else .Name end)),
  LifeCycleState: elsewhere,
  NumberOfMountTargets: elsewhere,
  Encrypted: .encrypted,
  KmsKeyId: (.kms_key_id | or_null),
  PerformanceMode: (.performance_mode | or_null),
  ThroughputMode: (.throughput_mode | or_null),
  AvailabilityZoneName: (.availability_zone_name | or_null),
  Policy: null,
  BackupPolicy: null,
  LifecyclePolicies: (.lifecycle_policy | each({TransitionToIA: .transition_to_ia})),
  MountTargets: [],
  ProtectedResources: elsewhere,
  Tags: tags
};
