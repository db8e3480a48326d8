module {
  "ResourceType": "AWS::DMS::ReplicationInstance",
  "Service": "dms",
  "Computed": ["replication_instance_private_ips", "replication_instance_public_ips"]
};
include "known";

def arn:
  .replication_instance_arn as $arn
  | if $arn == null or ($arn | unknown) then "arn:\(.Partition):dms:\(.Region):\(.Account):rep:\(.replication_instance_id)"
    else $arn end;

def configuration: {
  ReplicationInstanceIdentifier: .replication_instance_id,
  ReplicationInstanceArn: arn,
  ReplicationInstanceClass: .replication_instance_class,
  AllocatedStorage: .allocated_storage,
  EngineVersion: .engine_version,
  AutoMinorVersionUpgrade: .auto_minor_version_upgrade,
  KmsKeyId: (.kms_key_arn | or_null),
  MultiAZ: .multi_az,
  PubliclyAccessible: .publicly_accessible,
  VpcSecurityGroups: (.vpc_security_group_ids | each({VpcSecurityGroupId: .})),
  ReplicationSubnetGroup: (.replication_subnet_group_id | or_null | given({ReplicationSubnetGroupIdentifier: .})),
  Tags: tags
};
