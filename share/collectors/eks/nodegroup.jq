# Node groups are listed cluster by cluster.  The end of a group's ARN is known only to its description.
module {
  "ResourceType": "AWS::EKS::Nodegroup",
  "Service": "eks",
  "Scope": "regional",
  "Parents": {
    "Operation": "ListClusters", "Parameters": {"maxResults": 100}, "Token": "nextToken",
    "Items": "clusters[]", "As": "name", "Into": "Cluster", "Permission": "eks:ListClusters"
  },
  "List": {
    "Operation": "ListNodegroups", "Parameters": {"clusterName": ".name", "maxResults": 100}, "Token": "nextToken",
    "Items": "nodegroups[]", "As": "nodegroupName", "Permission": "eks:ListNodegroups"
  },
  "Detail": [
    {
      "Operation": "DescribeNodegroup", "Parameters": {"clusterName": ".Cluster.name", "nodegroupName": ".nodegroupName"},
      "From": "nodegroup", "Into": ".", "Permission": "eks:DescribeNodegroup"
    }
  ],
  "Tags": ".tags",
  "Gone": ["ResourceNotFoundException"]
};

def arn($at):
  .nodegroupArn
  // "arn:\($at.Partition):eks:\($at.Region):\($at.Account):nodegroup/\(.Cluster.name)/\(.nodegroupName)";
