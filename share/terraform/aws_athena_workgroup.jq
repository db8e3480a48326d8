module {
  "ResourceType": "AWS::Athena::WorkGroup",
  "Service": "athena"
};
include "known";

def arn: arn_or("arn:\(.Partition):athena:\(.Region):\(.Account):workgroup/\(.name)");

def configuration: {
  Name: .name,
  State: .state,
  Configuration: (.configuration | block({
    EnforceWorkGroupConfiguration: .enforce_workgroup_configuration,
    PublishCloudWatchMetricsEnabled: .publish_cloudwatch_metrics_enabled,
    RequesterPaysEnabled: .requester_pays_enabled,
    ResultConfiguration: (.result_configuration | block({
      OutputLocation: (.output_location | or_null),
      EncryptionConfiguration: (.encryption_configuration
        | block({EncryptionOption: .encryption_option, KmsKey: (.kms_key_arn | or_null)}))
    }))
  })),
  Tags: tags
};
