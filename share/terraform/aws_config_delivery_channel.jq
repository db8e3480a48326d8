module {
  "ResourceType": "AWS::Config::DeliveryChannel",
  "Service": "config",
  "Name": "name"
};
include "known";

def arn: "arn:\(.Partition):config:\(.Region):\(.Account):delivery-channel/\(first_of(.name, .id))";

def configuration: {
  name: first_of(.name, .id),
  s3BucketName: .s3_bucket_name,
  s3KeyPrefix: (.s3_key_prefix | or_null),
  s3KmsKeyArn: (.s3_kms_key_arn | or_null),
  snsTopicARN: (.sns_topic_arn | or_null),
  Status: elsewhere
};
