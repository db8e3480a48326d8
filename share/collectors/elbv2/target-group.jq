# A group that no load balancer uses has no LoadBalancerArns.
module {
  "ResourceType": "AWS::ElasticLoadBalancingV2::TargetGroup",
  "Service": "elbv2",
  "AccountService": "elasticloadbalancing",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeTargetGroups", "Parameters": {"PageSize": 400},
    "Token": {"In": "Marker", "Out": "NextMarker"},
    "Items": "TargetGroups[]", "Permission": "elasticloadbalancing:DescribeTargetGroups"
  },
  "Batch": [
    {
      "Operation": "DescribeTags", "In": "ResourceArns", "Match": "TargetGroupArn", "Most": 20,
      "From": "TagDescriptions[]", "Key": "ResourceArn", "Value": "Tags", "Into": "Tags",
      "Permission": "elasticloadbalancing:DescribeTags"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeTargetGroupAttributes", "Parameters": {"TargetGroupArn": ".TargetGroupArn"},
      "From": "Attributes", "Into": "Attributes", "Permission": "elasticloadbalancing:DescribeTargetGroupAttributes"
    },
    {
      "Operation": "DescribeTargetHealth", "Parameters": {"TargetGroupArn": ".TargetGroupArn"},
      "From": "TargetHealthDescriptions", "Into": "TargetHealthDescriptions",
      "Permission": "elasticloadbalancing:DescribeTargetHealth"
    }
  ],
  "Gone": ["TargetGroupNotFound"]
};

def arn($at): .TargetGroupArn;
