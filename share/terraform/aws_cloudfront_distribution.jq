# Lists are objects of Quantity and Items in the API.  What headers origins are sent may be secret and is not carried.
module {
  "ResourceType": "AWS::CloudFront::Distribution",
  "Service": "cloudfront",
  "Scope": "global",
  "Computed": ["domain_name"]
};
include "known";

def arn: arn_or("arn:\(.Partition):cloudfront::\(.Account):distribution/\(.id)");

# A list as CloudFront has it.
def counted: if unknown then . else (. // []) | {Quantity: length, Items: .} end;

def behavior: {
  PathPattern: (.path_pattern | or_null),
  TargetOriginId: .target_origin_id,
  ViewerProtocolPolicy: .viewer_protocol_policy,
  AllowedMethods: (.allowed_methods | counted),
  Compress: .compress,
  CachePolicyId: (.cache_policy_id | or_null),
  OriginRequestPolicyId: (.origin_request_policy_id | or_null),
  ResponseHeadersPolicyId: (.response_headers_policy_id | or_null),
  FieldLevelEncryptionId: (.field_level_encryption_id | or_null),
  MinTTL: .min_ttl, DefaultTTL: .default_ttl, MaxTTL: .max_ttl,
  TrustedKeyGroups: (.trusted_key_groups | counted)
} | with_entries(select(.value != null));

def origin: {
  Id: .origin_id,
  DomainName: .domain_name,
  OriginPath: .origin_path,
  OriginAccessControlId: (.origin_access_control_id | or_null),
  S3OriginConfig: (.s3_origin_config | block({OriginAccessIdentity: .origin_access_identity})),
  CustomOriginConfig: (.custom_origin_config | block({
    HTTPPort: .http_port, HTTPSPort: .https_port, OriginProtocolPolicy: .origin_protocol_policy,
    OriginSslProtocols: (.origin_ssl_protocols | counted)
  }))
} | with_entries(select(.value != null));

def group: {
  Id: .origin_id,
  FailoverCriteria: {StatusCodes: (get(.failover_criteria[0].status_codes) | counted)},
  Members: (.member | each({OriginId: .origin_id}) | counted)
};

def configuration: {
  Id: .id,
  ARN: arn,
  DomainName: .domain_name,
  Status: elsewhere,
  Aliases: (.aliases | counted),
  Comment: .comment,
  Enabled: .enabled,
  Staging: .staging,
  IsIPV6Enabled: .is_ipv6_enabled,
  HttpVersion: .http_version,
  PriceClass: .price_class,
  DefaultRootObject: (.default_root_object | or_null),
  WebACLId: (.web_acl_id | or_null),
  Origins: (.origin | each(origin) | counted),
  OriginGroups: (.origin_group | each(group) | counted),
  DefaultCacheBehavior: (.default_cache_behavior | block(behavior)),
  CacheBehaviors: (.ordered_cache_behavior | each(behavior) | counted),
  Logging: (.logging_config
    | block({Enabled: (.bucket | known(. != "")), Bucket: .bucket, Prefix: .prefix, IncludeCookies: .include_cookies})
    | if . == null then {Enabled: false, Bucket: ""} else . end),
  Restrictions: {GeoRestriction: (get(.restrictions[0].geo_restriction) | block(
    (.locations | counted) as $list | if $list | type == "object" then {RestrictionType: .restriction_type} + $list
      else {RestrictionType: .restriction_type, Items: $list} end))},
  ViewerCertificate: (.viewer_certificate | block({
    CloudFrontDefaultCertificate: .cloudfront_default_certificate,
    ACMCertificateArn: (.acm_certificate_arn | or_null), IAMCertificateId: (.iam_certificate_id | or_null),
    SSLSupportMethod: (.ssl_support_method | or_null), MinimumProtocolVersion: .minimum_protocol_version
  } | with_entries(select(.value != null)))),
  Tags: tags
};
