# Which parameters have a default, and which databases use the group, Terraform does not tell.
module {
  "ResourceType": "AWS::RDS::DBClusterParameterGroup",
  "Service": "rds",
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):rds:\(.Region):\(.Account):cluster-pg:\(first_of(.name, .id))");

def configuration: {
  DBClusterParameterGroupName: first_of(.name, .id),
  DBClusterParameterGroupArn: arn,
  DBParameterGroupFamily: .family,
  Description: .description,
  Parameters: (.parameter | each({ParameterName: .name, ParameterValue: .value, ApplyMethod: .apply_method, Source: "user"})),
  DBClusters: elsewhere,
  Tags: tags
};
