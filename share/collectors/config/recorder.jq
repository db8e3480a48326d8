# Its status is a list of one.  The recorder's own ARN is there since 2024.
# https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorder.html
module {
  "ResourceType": "AWS::Config::ConfigurationRecorder",
  "Service": "config",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeConfigurationRecorders",
    "Items": "ConfigurationRecorders[]", "Permission": "config:DescribeConfigurationRecorders"
  },
  "Once": [
    {
      "Operation": "DescribeConfigurationRecorderStatus",
      "From": "ConfigurationRecordersStatus", "Key": "name", "Match": "name", "Into": "Status",
      "Permission": "config:DescribeConfigurationRecorderStatus"
    }
  ],
  "Tags": null
};

def arn($at): .arn // "arn:\($at.Partition):config:\($at.Region):\($at.Account):configuration-recorder/\(.name)";
