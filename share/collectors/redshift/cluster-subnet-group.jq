# Clusters: those that are in it.
module {
  "ResourceType": "AWS::Redshift::ClusterSubnetGroup",
  "Service": "redshift",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeClusterSubnetGroups", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "ClusterSubnetGroups[]", "Permission": "redshift:DescribeClusterSubnetGroups"
  },
  "Once": [
    {
      "Operation": "DescribeClusters", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
      "From": "Clusters", "Key": "ClusterSubnetGroupName", "Match": "ClusterSubnetGroupName",
      "Apply": "brief", "Into": "Clusters", "Permission": "redshift:DescribeClusters"
    }
  ]
};

def arn($at):
  "arn:\($at.Partition):redshift:\($at.Region):\($at.Account):subnetgroup:\(.ClusterSubnetGroupName)";

def brief: map({ClusterIdentifier, ClusterSubnetGroupName});
