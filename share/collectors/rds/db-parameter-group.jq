# Of some four hundred parameters those are kept that were set, and those that rules read: whether TLS is required.
# DBInstances: those that use the group.
module {
  "ResourceType": "AWS::RDS::DBParameterGroup",
  "Managed": "managed",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBParameterGroups", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBParameterGroups[]", "Permission": "rds:DescribeDBParameterGroups"
  },
  "Once": [
    {
      "Operation": "DescribeDBInstances", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
      "From": "DBInstances", "Key": "DBParameterGroups[].DBParameterGroupName", "Match": "DBParameterGroupName",
      "Apply": "brief", "Into": "DBInstances", "Permission": "rds:DescribeDBInstances"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeDBParameters",
      "Parameters": {"DBParameterGroupName": ".DBParameterGroupName", "MaxRecords": 100}, "Token": "Marker",
      "From": "Parameters", "Apply": "kept", "Into": "Parameters", "Permission": "rds:DescribeDBParameters"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceName": ".DBParameterGroupArn"},
      "From": "TagList", "Into": "Tags", "Permission": "rds:ListTagsForResource"
    }
  ],
  "Gone": ["DBParameterGroupNotFound"]
};

def arn($at): .DBParameterGroupArn;

# Parameters that were set, and those that rules read also where they have the engine's default.
def kept:
  map(select(
    .Source == "user"
    or (.ParameterName | IN("require_secure_transport", "rds.force_ssl", "tls_version", "ssl_min_protocol_version",
        "tls", "audit_logs", "neptune_enable_audit_log"))
  ));

def brief: map({DBInstanceIdentifier, DBInstanceArn, Engine, DBParameterGroups});

# Groups that RDS makes are named so; they cannot be changed, and nobody else may use such a name.
def managed: if (.DBParameterGroupName // "") | startswith("default.") then "aws" else null end;
