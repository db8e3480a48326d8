module {
  "ResourceType": "AWS::Redshift::ClusterSubnetGroup",
  "Service": "redshift",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeClusterSubnetGroups", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "ClusterSubnetGroups[]", "Permission": "redshift:DescribeClusterSubnetGroups"
  }
};

def arn($at):
  "arn:\($at.Partition):redshift:\($at.Region):\($at.Account):subnetgroup:\(.ClusterSubnetGroupName)";
