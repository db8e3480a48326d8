# What an identity provider is told in secret is not carried.
module {
  "ResourceType": "AWS::ElasticLoadBalancingV2::Listener",
  "Service": "elasticloadbalancing",
  "PartOf": [{"Type": "aws_lb", "By": "load_balancer_arn", "Is": ["arn", "id"]}]
};
include "known";

def arn: arn_or(elsewhere);

def redirect: block({
  Protocol: .protocol, Port: .port, Host: .host, Path: .path, Query: .query, StatusCode: .status_code
});

def action: {
  Type: .type,
  Order: .order,
  TargetGroupArn: (.target_group_arn | or_null),
  RedirectConfig: (.redirect | redirect),
  FixedResponseConfig: (.fixed_response | block({StatusCode: .status_code, ContentType: .content_type}))
} | with_entries(select(.value != null));

def listener: {
  ListenerArn: .arn,
  LoadBalancerArn: .load_balancer_arn,
  Port: .port,
  Protocol: .protocol,
  SslPolicy: (.ssl_policy | or_null),
  Certificates: (.certificate_arn | or_null | given([{CertificateArn: .}])),
  DefaultActions: (.default_action | each(action))
};

def configuration: listener + {ListenerArn: arn, Attributes: elsewhere, Rules: [], Tags: tags};

def join($part): .Listeners += [$part | listener];
