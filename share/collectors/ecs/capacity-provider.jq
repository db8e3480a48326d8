module {
  "ResourceType": "AWS::ECS::CapacityProvider",
  "Service": "ecs",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeCapacityProviders", "Parameters": {"include": ["TAGS"]}, "Token": "nextToken",
    "Items": "capacityProviders[]", "Permission": "ecs:DescribeCapacityProviders"
  },
  "Tags": ".tags"
};

def arn($at): .capacityProviderArn;
