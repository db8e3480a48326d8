module {
  "ResourceType": "AWS::DAX::Cluster",
  "Service": "dax",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeClusters", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "Clusters[]", "Permission": "dax:DescribeClusters"
  },
  "Detail": [
    {
      "Operation": "ListTags", "Parameters": {"ResourceName": ".ClusterArn"}, "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "dax:ListTags"
    }
  ],
  "Gone": ["ClusterNotFoundFault"]
};

def arn($at): .ClusterArn;
