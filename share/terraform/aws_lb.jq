# What is an argument in Terraform is one of a list of attributes, which are texts, in the API.
module {
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Service": "elasticloadbalancing",
  "Computed": ["dns_name", "vpc_id", "zone_id"],
  "Name": "name",
  "Written": ["enable_deletion_protection"]
};
include "known";

def arn: arn_or(elsewhere);

def setting($key; f): f | if . == null then empty else {Key: $key, Value: known(tostring)} end;

def configuration: {
  LoadBalancerName: first_of(.name, .id),
  LoadBalancerArn: arn,
  DNSName: .dns_name,
  CanonicalHostedZoneId: .zone_id,
  Type: .load_balancer_type,
  Scheme: (.internal | given(if . then "internal" else "internet-facing" end)),
  IpAddressType: .ip_address_type,
  VpcId: .vpc_id,
  State: elsewhere,
  SecurityGroups: (.security_groups | each(.)),
  AvailabilityZones: (.subnets | each({SubnetId: .})),
  Attributes: ([
    setting("deletion_protection.enabled"; .enable_deletion_protection),
    setting("access_logs.s3.enabled"; get(.access_logs[0].enabled)),
    setting("access_logs.s3.bucket"; get(.access_logs[0].bucket)),
    setting("connection_logs.s3.enabled"; get(.connection_logs[0].enabled)),
    setting("load_balancing.cross_zone.enabled"; .enable_cross_zone_load_balancing),
    setting("routing.http.drop_invalid_header_fields.enabled"; .drop_invalid_header_fields),
    setting("routing.http.desync_mitigation_mode"; .desync_mitigation_mode),
    setting("waf.fail_open.enabled"; .enable_waf_fail_open)
  ]),
  Listeners: [],
  TargetGroups: elsewhere,
  WebACLArn: null,
  Tags: tags
};
