# Which databases are in it, a plan tells with them.
module {
  "ResourceType": "AWS::RDS::DBSubnetGroup",
  "Service": "rds",
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):rds:\(.Region):\(.Account):subgrp:\(first_of(.name, .id))");

def configuration: {
  DBSubnetGroupName: first_of(.name, .id),
  DBSubnetGroupDescription: .description,
  DBSubnetGroupArn: arn,
  Subnets: (.subnet_ids | each({SubnetIdentifier: .})),
  DBInstances: elsewhere,
  DBClusters: elsewhere,
  Tags: tags
};
