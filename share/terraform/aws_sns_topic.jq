# Attributes are texts, as SNS gives them.
module {"ResourceType": "AWS::SNS::Topic", "Service": "sns"};
include "known";

def arn: arn_or("arn:\(.Partition):sns:\(.Region):\(.Account):\(first_of(.name, .id))");

def configuration: {
  TopicArn: arn,
  Attributes: {
    TopicArn: arn,
    Owner: .Account,
    DisplayName: .display_name,
    Policy: .policy,
    KmsMasterKeyId: (.kms_master_key_id | or_null)
  },
  Tags: tags
};
