module {
  "ResourceType": "AWS::CertificateManager::Certificate",
  "Service": "acm",
  "Computed": ["not_after", "not_before", "renewal_eligibility", "status", "type"],
  "Written": ["domain_name", "subject_alternative_names"]
};
include "known";

def arn: arn_or(elsewhere);

def configuration: {
  CertificateArn: arn,
  DomainName: .domain_name,
  SubjectAlternativeNames: .subject_alternative_names,
  KeyAlgorithm: .key_algorithm,
  Type: .type,
  Status: .status,
  NotBefore: .not_before,
  NotAfter: .not_after,
  RenewalEligibility: .renewal_eligibility,
  InUseBy: elsewhere,
  Options: (.options | block({CertificateTransparencyLoggingPreference: .certificate_transparency_logging_preference})),
  Tags: tags
};
