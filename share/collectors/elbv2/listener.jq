# Listeners are listed load balancer by load balancer.
module {
  "ResourceType": "AWS::ElasticLoadBalancingV2::Listener",
  "Service": "elbv2",
  "AccountService": "elasticloadbalancing",
  "Scope": "regional",
  "Parents": {
    "Operation": "DescribeLoadBalancers", "Parameters": {"PageSize": 400},
    "Token": {"In": "Marker", "Out": "NextMarker"},
    "Items": "LoadBalancers[]", "Permission": "elasticloadbalancing:DescribeLoadBalancers"
  },
  "List": {
    "Operation": "DescribeListeners", "Parameters": {"LoadBalancerArn": ".LoadBalancerArn"},
    "Token": {"In": "Marker", "Out": "NextMarker"},
    "Items": "Listeners[]", "Permission": "elasticloadbalancing:DescribeListeners"
  },
  "Batch": [
    {
      "Operation": "DescribeTags", "In": "ResourceArns", "Match": "ListenerArn", "Most": 20,
      "From": "TagDescriptions[]", "Key": "ResourceArn", "Value": "Tags", "Into": "Tags",
      "Permission": "elasticloadbalancing:DescribeTags"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeListenerAttributes", "Parameters": {"ListenerArn": ".ListenerArn"},
      "From": "Attributes", "Into": "Attributes", "Permission": "elasticloadbalancing:DescribeListenerAttributes"
    },
    {
      "Operation": "DescribeRules", "Parameters": {"ListenerArn": ".ListenerArn"},
      "Token": {"In": "Marker", "Out": "NextMarker"},
      "From": "Rules", "Into": "Rules", "Permission": "elasticloadbalancing:DescribeRules"
    }
  ],
  "Redact": [
    ".DefaultActions[].AuthenticateOidcConfig.ClientSecret", ".Rules[].Actions[].AuthenticateOidcConfig.ClientSecret"
  ],
  "Gone": ["ListenerNotFound", "LoadBalancerNotFound"]
};

def arn($at): .ListenerArn;
