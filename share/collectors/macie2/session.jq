# One a region, if Macie is enabled there; a session has no ARN of AWS's.
# Where Macie is not enabled the code is that of a missing permission: only the message tells them apart.
module {
  "ResourceType": "AWS::Macie::Session",
  "Service": "macie2",
  "Scope": "regional",
  "List": {
    "Operation": "GetMacieSession",
    "Items": ".", "NotConfigured": ["AccessDeniedException: Macie is not enabled"],
    "Permission": "macie2:GetMacieSession"
  },
  "Detail": [
    {
      "Operation": "GetAutomatedDiscoveryConfiguration",
      "Into": "AutomatedDiscovery", "Permission": "macie2:GetAutomatedDiscoveryConfiguration"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):macie2:\($at.Region):\($at.Account):session";
