module {
  "ResourceType": "AWS::RDS::DBInstance",
  "NotRecorded": [
    ".Configuration.PrimaryEndpoint", ".Configuration.UpgradeRolloutOrder", ".Configuration.StorageThroughput",
    ".Configuration.StorageEncryptionType", ".Configuration.TdeCredentialArn",
    ".Configuration.DatabaseInsightsMode", ".Configuration.AutomationMode",
    ".Configuration.ResumeFullAutomationModeTime", ".Configuration.NetworkType",
    ".Configuration.ActivityStreamStatus", ".Configuration.ActivityStreamKmsKeyId",
    ".Configuration.ActivityStreamKinesisStreamName", ".Configuration.ActivityStreamMode",
    ".Configuration.ActivityStreamEngineNativeAuditFieldsIncluded", ".Configuration.BackupTarget",
    ".Configuration.AutomaticRestartTime", ".Configuration.CustomIamInstanceProfile",
    ".Configuration.ActivityStreamPolicyStatus", ".Configuration.CertificateDetails",
    ".Configuration.DBSystemId", ".Configuration.MasterUserSecret",
    ".Configuration.ReadReplicaSourceDBClusterIdentifier", ".Configuration.PercentProgress",
    ".Configuration.MultiTenant", ".Configuration.DedicatedLogVolume",
    ".Configuration.IsStorageConfigUpgradeAvailable", ".Configuration.EngineLifecycleSupport",
    ".Configuration.AdditionalStorageVolumes", ".Configuration.StorageVolumeStatus",
    ".Configuration.StorageOperationStatus", ".Configuration.StorageOperationPercentProgress",
    ".Configuration.DBCapacityReservationIdentifier", ".Configuration.VPCNetworkingEnabled"
  ]
};

include "item";

def configuration: .configuration + {TagList: tag_list};
