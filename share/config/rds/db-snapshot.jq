module {
  "ResourceType": "AWS::RDS::DBSnapshot",
  "NotRecorded": [
    ".Configuration.StorageThroughput", ".Configuration.StorageEncryptionType",
    ".Configuration.BackupRetentionPeriod", ".Configuration.PreferredBackupWindow",
    ".Configuration.SnapshotTarget", ".Configuration.OriginalSnapshotCreateTime",
    ".Configuration.SnapshotDatabaseTime", ".Configuration.DBSystemId", ".Configuration.MultiTenant",
    ".Configuration.DedicatedLogVolume", ".Configuration.AdditionalStorageVolumes",
    ".Configuration.SnapshotAvailabilityZone", ".Configuration.FullSnapshotSizeInBytes"
  ]
};

include "item";

def configuration:
  .configuration
  + {TagList: tag_list}
  + supplement("DBSnapshotAttributes"; "DBSnapshotAttributes"; .);
