module {
  "ResourceType": "AWS::MSK::Cluster",
  "Service": "kafka",
  "Scope": "regional",
  "List": {
    "Operation": "ListClustersV2", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "ClusterInfoList[]", "Permission": "kafka:ListClustersV2"
  }
};

def arn($at): .ClusterArn;
