# Application, network and gateway load balancers; only the first can have a web ACL.
module {
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Service": "elbv2",
  "AccountService": "elasticloadbalancing",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeLoadBalancers", "Parameters": {"PageSize": 400},
    "Token": {"In": "Marker", "Out": "NextMarker"},
    "Items": "LoadBalancers[]", "Permission": "elasticloadbalancing:DescribeLoadBalancers"
  },
  "Batch": [
    {
      "Operation": "DescribeTags", "In": "ResourceArns", "Match": "LoadBalancerArn", "Most": 20,
      "From": "TagDescriptions[]", "Key": "ResourceArn", "Value": "Tags", "Into": "Tags",
      "Permission": "elasticloadbalancing:DescribeTags"
    }
  ],
  "Once": [
    {
      "Operation": "DescribeTargetGroups", "Parameters": {"PageSize": 400},
      "Token": {"In": "Marker", "Out": "NextMarker"},
      "From": "TargetGroups", "Key": "LoadBalancerArns[]", "Match": "LoadBalancerArn", "Into": "TargetGroups",
      "Permission": "elasticloadbalancing:DescribeTargetGroups"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeLoadBalancerAttributes", "Parameters": {"LoadBalancerArn": ".LoadBalancerArn"},
      "From": "Attributes", "Into": "Attributes", "Permission": "elasticloadbalancing:DescribeLoadBalancerAttributes"
    },
    {
      "Operation": "DescribeListeners", "Parameters": {"LoadBalancerArn": ".LoadBalancerArn"},
      "Token": {"In": "Marker", "Out": "NextMarker"},
      "From": "Listeners", "Into": "Listeners", "Permission": "elasticloadbalancing:DescribeListeners"
    },
    {
      "Service": "wafv2", "Operation": "GetWebACLForResource", "When": {".Type": ["application"]},
      "Parameters": {"ResourceArn": ".LoadBalancerArn"},
      "From": "WebACL.ARN", "Into": "WebACLArn", "Permission": "wafv2:GetWebACLForResource"
    }
  ],
  "Redact": [".Listeners[].DefaultActions[].AuthenticateOidcConfig.ClientSecret"],
  "Gone": ["LoadBalancerNotFound"]
};

def arn($at): .LoadBalancerArn;
