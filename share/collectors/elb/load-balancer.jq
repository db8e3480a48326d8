# Classic load balancers.  Their APIs name them; the ARN is as IAM has it.
# https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancing.html
module {
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Service": "elb",
  "AccountService": "elasticloadbalancing",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeLoadBalancers", "Parameters": {"PageSize": 400},
    "Token": {"In": "Marker", "Out": "NextMarker"},
    "Items": "LoadBalancerDescriptions[]", "Permission": "elasticloadbalancing:DescribeLoadBalancers"
  },
  "Batch": [
    {
      "Operation": "DescribeTags", "In": "LoadBalancerNames", "Match": "LoadBalancerName", "Most": 20,
      "From": "TagDescriptions[]", "Key": "LoadBalancerName", "Value": "Tags", "Into": "Tags",
      "Permission": "elasticloadbalancing:DescribeTags"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeLoadBalancerAttributes", "Parameters": {"LoadBalancerName": ".LoadBalancerName"},
      "From": "LoadBalancerAttributes", "Into": "LoadBalancerAttributes",
      "Permission": "elasticloadbalancing:DescribeLoadBalancerAttributes"
    },
    {
      "Operation": "DescribeLoadBalancerPolicies", "Parameters": {"LoadBalancerName": ".LoadBalancerName"},
      "From": "PolicyDescriptions", "Into": "PolicyDescriptions",
      "Permission": "elasticloadbalancing:DescribeLoadBalancerPolicies"
    }
  ],
  "Gone": ["LoadBalancerNotFound"]
};

def arn($at): "arn:\($at.Partition):elasticloadbalancing:\($at.Region):\($at.Account):loadbalancer/\(.LoadBalancerName)";
