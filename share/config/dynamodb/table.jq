module {
  "ResourceType": "AWS::DynamoDB::Table",
  "NotRecorded": [
    ".Configuration.GlobalTableWitnesses", ".Configuration.GlobalTableSettingsReplicationMode",
    ".Configuration.ArchivalSummary", ".Configuration.DeletionProtectionEnabled",
    ".Configuration.DisassociationProtectionEnabled", ".Configuration.OnDemandThroughput",
    ".Configuration.WarmThroughput", ".Configuration.MultiRegionConsistency", ".Configuration.VectorIndexes"
  ]
};

include "item";

def configuration:
  .configuration
  + {Tags: tag_list}
  + supplement("ContinuousBackupsDescription"; "ContinuousBackups"; .);
