# At most one a region; that a region has none is told by account/monitoring.
module {
  "ResourceType": "AWS::GuardDuty::Detector",
  "Service": "guardduty",
  "Scope": "regional",
  "List": {
    "Operation": "ListDetectors", "Parameters": {"MaxResults": 50}, "Token": "NextToken",
    "Items": "DetectorIds[]", "As": "DetectorId", "Permission": "guardduty:ListDetectors"
  },
  "Detail": [
    {
      "Operation": "GetDetector", "Parameters": {"DetectorId": ".DetectorId"},
      "Into": ".", "Permission": "guardduty:GetDetector"
    }
  ]
};

def arn($at): "arn:\($at.Partition):guardduty:\($at.Region):\($at.Account):detector/\(.DetectorId)";
