module {
  "ResourceType": "AWS::DAX::Cluster",
  "Service": "dax",
  "Computed": ["cluster_address", "configuration_endpoint", "nodes", "port"]
};
include "known";

def arn: arn_or("arn:\(.Partition):dax:\(.Region):\(.Account):cache/\(.cluster_name)");

def configuration: {
  ClusterName: .cluster_name,
  ClusterArn: arn,
  NodeType: .node_type,
  Nodes: elsewhere,
  TotalNodes: .replication_factor,
  SubnetGroup: (.subnet_group_name | or_null),
  SSEDescription: (.server_side_encryption | if unknown then {Status: .} elif . == null or length == 0 then {Status: "DISABLED"}
    else .[0] | known({Status: (.enabled | known(if . then "ENABLED" else "DISABLED" end))}) end),
  ClusterEndpointEncryptionType: first_of(.cluster_endpoint_encryption_type, "NONE"),
  Tags: tags
};
