module {
  "ResourceType": "AWS::SES::ConfigurationSet",
  "Service": "sesv2",
  "AccountService": "ses",
  "Scope": "regional",
  "List": {
    "Operation": "ListConfigurationSets", "Token": "NextToken",
    "Items": "ConfigurationSets[]", "As": "ConfigurationSetName", "Permission": "ses:ListConfigurationSets"
  },
  "Detail": [
    {
      "Operation": "GetConfigurationSet", "Parameters": {"ConfigurationSetName": ".ConfigurationSetName"},
      "Into": ".", "Permission": "ses:GetConfigurationSet"
    }
  ],
  "Gone": ["NotFoundException"]
};

def arn($at): "arn:\($at.Partition):ses:\($at.Region):\($at.Account):configuration-set/\(.ConfigurationSetName)";
