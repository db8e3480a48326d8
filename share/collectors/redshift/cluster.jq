# Parameters of its parameter groups: those that were set, and those that rules read also where they have their default.
# SecurityGroups: what the groups that it is in let in.
module {
  "ResourceType": "AWS::Redshift::Cluster",
  "Service": "redshift",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeClusters", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "Clusters[]", "Permission": "redshift:DescribeClusters"
  },
  "Once": [
    {
      "Service": "ec2", "Operation": "DescribeSecurityGroups", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
      "From": "SecurityGroups", "Key": "GroupId", "Match": "VpcSecurityGroups[].VpcSecurityGroupId",
      "Apply": "ingress", "Into": "SecurityGroups", "Permission": "ec2:DescribeSecurityGroups"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeLoggingStatus", "Parameters": {"ClusterIdentifier": ".ClusterIdentifier"},
      "Into": "Logging", "Permission": "redshift:DescribeLoggingStatus"
    },
    {
      "Operation": "DescribeClusterParameters", "Each": "ClusterParameterGroups[]",
      "Parameters": {"ParameterGroupName": ".ParameterGroupName", "MaxRecords": 100}, "Token": "Marker",
      "From": "Parameters", "Apply": "kept", "Into": "Parameters", "Permission": "redshift:DescribeClusterParameters"
    }
  ],
  "Redact": [".PendingModifiedValues.MasterUserPassword"],
  "Gone": ["ClusterNotFound"]
};

def arn($at): "arn:\($at.Partition):redshift:\($at.Region):\($at.Account):cluster:\(.ClusterIdentifier)";

def kept:
  map(select(.Source == "user" or (.ParameterName | IN("require_ssl", "enable_user_activity_logging"))));

def ingress: map({GroupId, GroupName, IpPermissions});
