# A terminated cluster is shown by EMR for two months more; it is not there any longer.  Its primary nodes are asked for,
# since only they tell whether they have public addresses.
# https://docs.aws.amazon.com/emr/latest/APIReference/API_ListInstances.html
module {
  "ResourceType": "AWS::EMR::Cluster",
  "Service": "emr",
  "AccountService": "elasticmapreduce",
  "Scope": "regional",
  "List": {
    "Operation": "ListClusters",
    "Parameters": {"ClusterStates": ["STARTING", "BOOTSTRAPPING", "RUNNING", "WAITING", "TERMINATING"]},
    "Token": "Marker", "Items": "Clusters[]", "Permission": "elasticmapreduce:ListClusters"
  },
  "Detail": [
    {
      "Operation": "DescribeCluster", "Parameters": {"ClusterId": ".Id"},
      "From": "Cluster", "Into": ".", "Permission": "elasticmapreduce:DescribeCluster"
    },
    {
      "Operation": "ListInstances", "When": {".InstanceCollectionType": ["INSTANCE_GROUP"]},
      "Parameters": {
        "ClusterId": ".Id", "InstanceGroupTypes": ["MASTER"], "InstanceStates": ["PROVISIONING", "BOOTSTRAPPING", "RUNNING"]
      },
      "Token": "Marker",
      "From": "Instances", "Into": "PrimaryGroupInstances", "Permission": "elasticmapreduce:ListInstances"
    },
    {
      "Operation": "ListInstances", "When": {".InstanceCollectionType": ["INSTANCE_FLEET"]},
      "Parameters": {
        "ClusterId": ".Id", "InstanceFleetType": "MASTER", "InstanceStates": ["PROVISIONING", "BOOTSTRAPPING", "RUNNING"]
      },
      "Token": "Marker",
      "From": "Instances", "Into": "PrimaryFleetInstances", "Permission": "elasticmapreduce:ListInstances"
    }
  ],
  "Redact": [".KerberosAttributes.KdcAdminPassword", ".KerberosAttributes.CrossRealmTrustPrincipalPassword",
    ".KerberosAttributes.ADDomainJoinPassword"]
};

def arn($at): .ClusterArn;
