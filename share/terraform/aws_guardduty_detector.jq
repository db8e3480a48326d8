module {
  "ResourceType": "AWS::GuardDuty::Detector",
  "Service": "guardduty"
};
include "known";

def arn: arn_or("arn:\(.Partition):guardduty:\(.Region):\(.Account):detector/\(.id)");

def configuration: {
  DetectorId: .id,
  Status: (.enable | given(if . then "ENABLED" else "DISABLED" end)),
  FindingPublishingFrequency: .finding_publishing_frequency,
  Features: elsewhere,
  Tags: (tags | known(from_entries))
};
