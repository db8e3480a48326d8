# Settings of Systems Manager for a region: whether its documents may be shared with everybody, where automation logs.
# CloudFormation has no such type; the ARN is that of all settings.
# https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetServiceSetting.html
module {
  "ResourceType": "AWS::SSM::ServiceSetting",
  "Service": "ssm",
  "Scope": "regional",
  "Detail": [
    {
      "Operation": "GetServiceSetting",
      "Parameters": {"SettingId": "/ssm/documents/console/public-sharing-permission"},
      "From": "ServiceSetting", "Into": "DocumentPublicSharing", "Permission": "ssm:GetServiceSetting"
    },
    {
      "Operation": "GetServiceSetting",
      "Parameters": {"SettingId": "/ssm/automation/customer-script-log-destination"},
      "From": "ServiceSetting", "Into": "AutomationLogDestination", "Permission": "ssm:GetServiceSetting"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):ssm:\($at.Region):\($at.Account):servicesetting/ssm";
