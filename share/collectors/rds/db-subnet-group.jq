# DBInstances and DBClusters: those that are in it.
module {
  "ResourceType": "AWS::RDS::DBSubnetGroup",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBSubnetGroups", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBSubnetGroups[]", "Permission": "rds:DescribeDBSubnetGroups"
  },
  "Once": [
    {
      "Operation": "DescribeDBInstances", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
      "From": "DBInstances", "Key": "DBSubnetGroup.DBSubnetGroupName", "Match": "DBSubnetGroupName",
      "Apply": "brief_instances", "Into": "DBInstances", "Permission": "rds:DescribeDBInstances"
    },
    {
      "Operation": "DescribeDBClusters", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
      "From": "DBClusters", "Key": "DBSubnetGroup", "Match": "DBSubnetGroupName",
      "Apply": "brief_clusters", "Into": "DBClusters", "Permission": "rds:DescribeDBClusters"
    }
  ],
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceName": ".DBSubnetGroupArn"},
      "From": "TagList", "Into": "Tags", "Permission": "rds:ListTagsForResource"
    }
  ],
  "Gone": ["DBSubnetGroupNotFoundFault"]
};

def arn($at): .DBSubnetGroupArn;

def brief_instances: map({DBInstanceIdentifier, DBInstanceArn, DBSubnetGroup: {DBSubnetGroupName: .DBSubnetGroup.DBSubnetGroupName}});
def brief_clusters: map({DBClusterIdentifier, DBClusterArn, DBSubnetGroup});
