module {
  "ResourceType": "AWS::EMR::Cluster",
  "Service": "elasticmapreduce",
  "Computed": ["cluster_state", "master_public_dns"]
};
include "known";

def arn: arn_or("arn:\(.Partition):elasticmapreduce:\(.Region):\(.Account):cluster/\(.id)");

def configuration: {
  Id: .id,
  Name: .name,
  ClusterArn: arn,
  Status: elsewhere,
  Ec2InstanceAttributes: (.ec2_attributes | block({
    Ec2KeyName: (.key_name | or_null), Ec2SubnetId: .subnet_id, IamInstanceProfile: .instance_profile,
    EmrManagedMasterSecurityGroup: .emr_managed_master_security_group,
    EmrManagedSlaveSecurityGroup: .emr_managed_slave_security_group
  })),
  LogUri: (.log_uri | or_null),
  LogEncryptionKmsKeyId: (.log_encryption_kms_key_id | or_null),
  ReleaseLabel: .release_label,
  TerminationProtected: .termination_protection,
  VisibleToAllUsers: .visible_to_all_users,
  ServiceRole: .service_role,
  SecurityConfiguration: (.security_configuration | or_null),
  KerberosAttributes: (.kerberos_attributes | block({Realm: .realm})),
  MasterPublicDnsName: .master_public_dns,
  PrimaryGroupInstances: elsewhere,
  PrimaryFleetInstances: elsewhere,
  Tags: tags
};
