# Services are listed cluster by cluster.  MISSING is what a description says of one that is there no longer.
# https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
module {
  "ResourceType": "AWS::ECS::Service",
  "Service": "ecs",
  "Scope": "regional",
  "Parents": {
    "Operation": "ListClusters", "Parameters": {"maxResults": 100}, "Token": "nextToken",
    "Items": "clusterArns[]", "As": "clusterArn", "Into": "Cluster", "Permission": "ecs:ListClusters"
  },
  "List": {
    "Operation": "ListServices", "Parameters": {"cluster": ".clusterArn", "maxResults": 100}, "Token": "nextToken",
    "Items": "serviceArns[]", "As": "serviceArn", "Permission": "ecs:ListServices"
  },
  "Batch": [
    {
      "Operation": "DescribeServices", "Parameters": {"cluster": ".Cluster.clusterArn", "include": ["TAGS"]},
      "In": "services", "Match": "serviceArn", "Most": 10, "From": "services[]", "Key": "serviceArn", "Into": ".",
      "Refused": {"From": "failures[]", "Key": "arn", "Code": "reason"},
      "Permission": "ecs:DescribeServices"
    }
  ],
  "Tags": ".tags",
  "Gone": ["MISSING", "ClusterNotFoundException"]
};

def arn($at): .serviceArn;
