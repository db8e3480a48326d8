module {
  "ResourceType": "AWS::RDS::DBClusterSnapshot",
  "Service": "rds",
  "Computed": ["engine", "engine_version", "kms_key_id", "snapshot_type", "status", "storage_encrypted"]
};
include "known";

def arn:
  .db_cluster_snapshot_arn as $arn | if $arn == null or ($arn | unknown) then "arn:\(.Partition):rds:\(.Region):\(.Account):cluster-snapshot:\(.db_cluster_snapshot_identifier)" else $arn end;

# Whom a snapshot is shared with: "all" is everybody.
def shares: [{AttributeName: "restore", AttributeValues: (.shared_accounts | each(.))}];

def configuration: {
  DBClusterSnapshotIdentifier: .db_cluster_snapshot_identifier,
  DBClusterSnapshotArn: arn,
  DBClusterIdentifier: .db_cluster_identifier,
  Engine: .engine,
  SnapshotType: "manual",
  Status: .status,
  StorageEncrypted: .storage_encrypted,
  KmsKeyId: .kms_key_id,
  DBClusterSnapshotAttributes: shares,
  SnapshotCreateTime: elsewhere,
  DBClusters: elsewhere,
  TagList: tags
};
