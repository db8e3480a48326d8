# What AWS Compute Optimizer finds idle or attached to nothing: instances, volumes, scaling groups, services, databases,
# NAT gateways.  A type of our own, and an ARN of our own, for the resource has its own record.  Without opting in there
# are none.  https://docs.aws.amazon.com/compute-optimizer/latest/APIReference/API_GetIdleRecommendations.html
module {
  "ResourceType": "AWS::ComputeOptimizer::IdleRecommendation",
  "Service": "compute-optimizer",
  "AccountService": "computeoptimizer",
  "Scope": "regional",
  "List": {
    "Operation": "GetIdleRecommendations", "Parameters": {"maxResults": 100}, "Token": "nextToken",
    "Items": "idleRecommendations[]",
    "NotConfigured": ["OptInRequiredException"], "Permission": "compute-optimizer:GetIdleRecommendations"
  },
  "Tags": ".tags"
};

def arn($at):
  "arn:\($at.Partition):compute-optimizer:\($at.Region):\($at.Account):idle-recommendation/\(.resourceType)/\(.resourceId)";
