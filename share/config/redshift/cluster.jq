module {
  "ResourceType": "AWS::Redshift::Cluster",
  "NotRecorded": [
    ".Configuration.ModifyStatus", ".Configuration.AquaConfiguration", ".Configuration.DefaultIamRoleArn",
    ".Configuration.ReservedNodeExchangeStatus", ".Configuration.CustomDomainName",
    ".Configuration.CustomDomainCertificateArn", ".Configuration.CustomDomainCertificateExpiryDate",
    ".Configuration.MasterPasswordSecretArn", ".Configuration.MasterPasswordSecretKmsKeyId",
    ".Configuration.IpAddressType", ".Configuration.MultiAZ", ".Configuration.MultiAZSecondary",
    ".Configuration.LakehouseRegistrationStatus", ".Configuration.CatalogArn",
    ".Configuration.ExtraComputeForAutomaticOptimization", ".Configuration.LoggingPublishStatus"
  ]
};

include "item";

def configuration: .configuration + {Tags: tag_list};
