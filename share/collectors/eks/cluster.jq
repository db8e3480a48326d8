module {
  "ResourceType": "AWS::EKS::Cluster",
  "Service": "eks",
  "Scope": "regional",
  "List": {
    "Operation": "ListClusters", "Parameters": {"maxResults": 100}, "Token": "nextToken",
    "Items": "clusters[]", "As": "name", "Permission": "eks:ListClusters"
  },
  "Detail": [
    {
      "Operation": "DescribeCluster", "Parameters": {"name": ".name"},
      "From": "cluster", "Into": ".", "Permission": "eks:DescribeCluster"
    }
  ],
  "Tags": ".tags",
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .arn // "arn:\($at.Partition):eks:\($at.Region):\($at.Account):cluster/\(.name)";
