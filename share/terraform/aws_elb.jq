# Which policies a listener has is told by aws_load_balancer_policy and others, which are not read.
module {
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Service": "elasticloadbalancing",
  "Computed": ["dns_name", "zone_id", "source_security_group_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):elasticloadbalancing:\(.Region):\(.Account):loadbalancer/\(.name)");

def listener: {
  Listener: {
    Protocol: (.lb_protocol | given(ascii_upcase)), LoadBalancerPort: .lb_port,
    InstanceProtocol: (.instance_protocol | given(ascii_upcase)), InstancePort: .instance_port,
    SSLCertificateId: (.ssl_certificate_id | or_null)
  },
  PolicyNames: elsewhere
};

def configuration: {
  LoadBalancerName: first_of(.name, .id),
  DNSName: .dns_name,
  ListenerDescriptions: (.listener | each(listener)),
  Policies: elsewhere,
  AvailabilityZones: .availability_zones,
  Subnets: .subnets,
  Instances: (.instances | each({InstanceId: .})),
  HealthCheck: (.health_check | block({
    Target: .target, Interval: .interval, Timeout: .timeout, UnhealthyThreshold: .unhealthy_threshold,
    HealthyThreshold: .healthy_threshold
  })),
  SecurityGroups: .security_groups,
  Scheme: (.internal | known(if . == true then "internal" else "internet-facing" end)),
  LoadBalancerAttributes: {
    CrossZoneLoadBalancing: {Enabled: .cross_zone_load_balancing},
    AccessLog: (.access_logs | if unknown then . elif . == null or length == 0 then {Enabled: false}
      else .[0] | known({Enabled: .enabled, S3BucketName: .bucket, EmitInterval: .interval, S3BucketPrefix: .bucket_prefix}) end),
    ConnectionDraining: {Enabled: .connection_draining, Timeout: .connection_draining_timeout},
    ConnectionSettings: {IdleTimeout: .idle_timeout},
    AdditionalAttributes: [{Key: "elb.http.desyncmitigationmode", Value: .desync_mitigation_mode}]
  },
  PolicyDescriptions: elsewhere,
  Tags: tags
};
