# As with the groups of instances.  DBClusters: those that use the group.
module {
  "ResourceType": "AWS::RDS::DBClusterParameterGroup",
  "Managed": "managed",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBClusterParameterGroups", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBClusterParameterGroups[]", "Permission": "rds:DescribeDBClusterParameterGroups"
  },
  "Once": [
    {
      "Operation": "DescribeDBClusters", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
      "From": "DBClusters", "Key": "DBClusterParameterGroup", "Match": "DBClusterParameterGroupName",
      "Apply": "brief", "Into": "DBClusters", "Permission": "rds:DescribeDBClusters"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeDBClusterParameters",
      "Parameters": {"DBClusterParameterGroupName": ".DBClusterParameterGroupName", "MaxRecords": 100},
      "Token": "Marker",
      "From": "Parameters", "Apply": "kept", "Into": "Parameters", "Permission": "rds:DescribeDBClusterParameters"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceName": ".DBClusterParameterGroupArn"},
      "From": "TagList", "Into": "Tags", "Permission": "rds:ListTagsForResource"
    }
  ],
  "Gone": ["DBParameterGroupNotFound"]
};

def arn($at): .DBClusterParameterGroupArn;

# Parameters that were set, and those that rules read also where they have the engine's default.
def kept:
  map(select(
    .Source == "user"
    or (.ParameterName | IN("require_secure_transport", "rds.force_ssl", "tls_version", "ssl_min_protocol_version",
        "tls", "audit_logs", "neptune_enable_audit_log"))
  ));

def brief: map({DBClusterIdentifier, DBClusterArn, Engine, DBClusterParameterGroup});

# Groups that RDS makes are named so; they cannot be changed, and nobody else may use such a name.
def managed: if (.DBClusterParameterGroupName // "") | startswith("default.") then "aws" else null end;
