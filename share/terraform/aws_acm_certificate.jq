module {
  "ResourceType": "AWS::CertificateManager::Certificate",
  "Service": "acm",
  "Computed": ["not_after", "not_before", "renewal_eligibility", "status", "type", "key_algorithm"],
  "Written": ["domain_name", "subject_alternative_names"]
};
include "known";

def arn: arn_or(elsewhere);

# What it is made of tells before ACM does.
def kind:
  .type as $type
  | .certificate_authority_arn as $authority
  | if $type | unknown | not then $type
    else .certificate_body | or_null | known(
      if . != null then "IMPORTED"
      else $authority | or_null | known(if . != null then "PRIVATE" else "AMAZON_ISSUED" end) end) end;

def configuration: {
  CertificateArn: arn,
  DomainName: .domain_name,
  SubjectAlternativeNames: .subject_alternative_names,
  KeyAlgorithm: .key_algorithm,
  Type: kind,
  Status: .status,
  NotBefore: .not_before,
  NotAfter: .not_after,
  RenewalEligibility: .renewal_eligibility,
  InUseBy: elsewhere,
  Options: (.options | block({CertificateTransparencyLoggingPreference: .certificate_transparency_logging_preference})),
  Tags: tags
};
