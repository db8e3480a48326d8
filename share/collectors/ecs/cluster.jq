# MISSING is what a description says of a cluster that is there no longer.
# https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
module {
  "ResourceType": "AWS::ECS::Cluster",
  "Service": "ecs",
  "Scope": "regional",
  "List": {
    "Operation": "ListClusters", "Parameters": {"maxResults": 100}, "Token": "nextToken",
    "Items": "clusterArns[]", "As": "clusterArn", "Permission": "ecs:ListClusters"
  },
  "Batch": [
    {
      "Operation": "DescribeClusters", "Parameters": {"include": ["TAGS", "SETTINGS", "CONFIGURATIONS"]},
      "In": "clusters", "Match": "clusterArn", "Most": 100, "From": "clusters[]", "Key": "clusterArn", "Into": ".",
      "Refused": {"From": "failures[]", "Key": "arn", "Code": "reason"},
      "Permission": "ecs:DescribeClusters"
    }
  ],
  "Tags": ".tags",
  "Gone": ["MISSING"]
};

def arn($at): .clusterArn;
