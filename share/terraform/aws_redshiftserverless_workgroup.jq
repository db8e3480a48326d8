module {
  "ResourceType": "AWS::RedshiftServerless::Workgroup",
  "Service": "redshiftserverless",
  "Computed": ["endpoint", "workgroup_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):redshift-serverless:\(.Region):\(.Account):workgroup/\(.id)");

def configuration: {
  workgroupName: .workgroup_name,
  workgroupArn: arn,
  namespaceName: .namespace_name,
  enhancedVpcRouting: .enhanced_vpc_routing,
  publiclyAccessible: .publicly_accessible,
  configParameters: (.config_parameter | each({parameterKey: .parameter_key, parameterValue: .parameter_value})),
  subnetIds: .subnet_ids,
  securityGroupIds: .security_group_ids,
  Tags: tags
};
