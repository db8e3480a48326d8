module {
  "ResourceType": "AWS::RDS::DBSnapshot",
  "Service": "rds",
  "Computed": ["encrypted", "engine", "engine_version", "kms_key_id", "snapshot_type", "status"]
};
include "known";

def arn:
  .db_snapshot_arn as $arn | if $arn == null or ($arn | unknown) then "arn:\(.Partition):rds:\(.Region):\(.Account):snapshot:\(.db_snapshot_identifier)" else $arn end;

# Whom a snapshot is shared with: "all" is everybody.
def shares: [{AttributeName: "restore", AttributeValues: (.shared_accounts | each(.))}];

def configuration: {
  DBSnapshotIdentifier: .db_snapshot_identifier,
  DBSnapshotArn: arn,
  DBInstanceIdentifier: .db_instance_identifier,
  Engine: .engine,
  SnapshotType: "manual",
  Status: .status,
  Encrypted: .encrypted,
  KmsKeyId: .kms_key_id,
  DBSnapshotAttributes: shares,
  SnapshotCreateTime: elsewhere,
  DBInstances: elsewhere,
  TagList: tags
};
