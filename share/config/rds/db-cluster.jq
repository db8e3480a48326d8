module {
  "ResourceType": "AWS::RDS::DBCluster",
  "NotRecorded": [
    ".Configuration.CharacterSetName", ".Configuration.EarliestRestorableTime",
    ".Configuration.LatestRestorableTime", ".Configuration.DBClusterOptionGroupMemberships",
    ".Configuration.UpgradeRolloutOrder", ".Configuration.StatusInfos", ".Configuration.StorageEncryptionType",
    ".Configuration.RdsCustomClusterConfiguration", ".Configuration.StorageThroughput",
    ".Configuration.IOOptimizedNextAllowedModificationTime", ".Configuration.GlobalClusterIdentifier",
    ".Configuration.ServerlessV2PlatformVersion", ".Configuration.DatabaseInsightsMode",
    ".Configuration.DBSystemId", ".Configuration.MasterUserSecret", ".Configuration.LocalWriteForwardingStatus",
    ".Configuration.AwsBackupRecoveryPointArn", ".Configuration.LimitlessDatabase",
    ".Configuration.ClusterScalabilityType", ".Configuration.CertificateDetails",
    ".Configuration.EngineLifecycleSupport", ".Configuration.VPCNetworkingEnabled",
    ".Configuration.InternetAccessGatewayEnabled"
  ]
};

include "item";

def configuration: .configuration + {TagList: tag_list};
