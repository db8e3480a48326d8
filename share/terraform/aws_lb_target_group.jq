# Which load balancers use it, a state has only from the next refresh on, and Terraform is not the only one who registers
# targets.  Of the attributes a group has those of its kind alone.
module {
  "ResourceType": "AWS::ElasticLoadBalancingV2::TargetGroup",
  "Service": "elasticloadbalancing",
  "Name": "name",
  "Computed": [
    "health_check", "ip_address_type", "load_balancer_arns", "load_balancing_algorithm_type",
    "load_balancing_anomaly_mitigation", "load_balancing_cross_zone_enabled", "name", "preserve_client_ip", "protocol_version"
  ]
};
include "known";

def arn: arn_or(elsewhere);

def setting($key; f): f | if . == null then empty else {Key: $key, Value: known(tostring)} end;

def matcher($version): or_null | given(
  . as $codes | $version | known(if . == "GRPC" then {GrpcCode: $codes} else {HttpCode: $codes} end));

# How long one is sent to the same target, by a cookie of that type.
def duration($type):
  get(.stickiness[0].cookie_duration) as $seconds
  | get(.stickiness[0].type) | given(if . == $type then $seconds else null end);

# 0 is told by those groups alone that can start slowly.
def attributes: [
  setting("deregistration_delay.timeout_seconds"; .deregistration_delay),
  setting("deregistration_delay.connection_termination.enabled"; .connection_termination),
  setting("slow_start.duration_seconds"; .slow_start | above_zero),
  setting("load_balancing.algorithm.type"; .load_balancing_algorithm_type),
  setting("load_balancing.algorithm.anomaly_mitigation"; .load_balancing_anomaly_mitigation),
  setting("load_balancing.cross_zone.enabled"; .load_balancing_cross_zone_enabled),
  setting("preserve_client_ip.enabled"; .preserve_client_ip | or_null),
  setting("proxy_protocol_v2.enabled"; .proxy_protocol_v2),
  setting("stickiness.enabled"; get(.stickiness[0].enabled)),
  setting("stickiness.type"; get(.stickiness[0].type) | or_null),
  setting("stickiness.app_cookie.cookie_name"; get(.stickiness[0].cookie_name) | or_null),
  setting("stickiness.lb_cookie.duration_seconds"; duration("lb_cookie")),
  setting("stickiness.app_cookie.duration_seconds"; duration("app_cookie"))
];

# A function is told nothing of connections.
def function_attributes: [setting("lambda.multi_value_headers.enabled"; .lambda_multi_value_headers_enabled)];

def configuration: {
  TargetGroupArn: arn,
  TargetGroupName: first_of(.name, .name_prefix),
  TargetType: .target_type,
  Protocol: .protocol,
  ProtocolVersion: (.protocol_version | or_null),
  Port: .port,
  VpcId: .vpc_id,
  IpAddressType: .ip_address_type,
  HealthCheckEnabled: get(.health_check[0].enabled),
  HealthCheckProtocol: (get(.health_check[0].protocol) | or_null),
  HealthCheckPort: (get(.health_check[0].port) | or_null),
  HealthCheckPath: (get(.health_check[0].path) | or_null),
  HealthCheckIntervalSeconds: get(.health_check[0].interval),
  HealthCheckTimeoutSeconds: get(.health_check[0].timeout),
  HealthyThresholdCount: get(.health_check[0].healthy_threshold),
  UnhealthyThresholdCount: get(.health_check[0].unhealthy_threshold),
  Matcher: (.protocol_version as $version | get(.health_check[0].matcher) | matcher($version)),
  LoadBalancerArns: (.load_balancer_arns | if . == null or . == [] then elsewhere else . end),
  TargetHealthDescriptions: elsewhere,
  Attributes: (. as $group | .target_type | known(if . == "lambda" then $group | function_attributes
    else $group.slow_start | known($group | attributes) end)),
  Tags: tags
};
