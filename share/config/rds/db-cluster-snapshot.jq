module {
  "ResourceType": "AWS::RDS::DBClusterSnapshot",
  "NotRecorded": [
    ".Configuration.StorageEncryptionType", ".Configuration.BackupRetentionPeriod",
    ".Configuration.PreferredBackupWindow", ".Configuration.StorageType", ".Configuration.StorageThroughput",
    ".Configuration.DbClusterResourceId", ".Configuration.DBSystemId"
  ]
};

include "item";

def configuration:
  .configuration
  + {TagList: tag_list}
  + supplement("DBClusterSnapshotAttributes"; "DBClusterSnapshotAttributes"; .);
