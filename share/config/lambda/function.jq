module {
  "ResourceType": "AWS::Lambda::Function",
  "NotRecorded": [
    ".Configuration.Environment", ".Configuration.MasterArn", ".Configuration.LastUpdateStatusReason",
    ".Configuration.SnapStart", ".Configuration.RuntimeVersionConfig", ".Configuration.LoggingConfig",
    ".Configuration.TenancyConfig", ".Configuration.CapacityProviderConfig", ".Configuration.ConfigSha256",
    ".Configuration.DurableConfig", ".Configuration.RuntimeConfig", ".Configuration.AcceleratorConfig"
  ]
};

include "item";

def configuration:
  .configuration
  + {Tags: (tag_list | map({key: .Key, value: .Value}) | from_entries)}
  + supplement("Policy"; "Policy"; text);
