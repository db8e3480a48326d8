module {
  "ResourceType": "AWS::KinesisFirehose::DeliveryStream",
  "Service": "firehose"
};
include "known";

def arn: arn_or("arn:\(.Partition):firehose:\(.Region):\(.Account):deliverystream/\(.name)");

def encryption:
  .server_side_encryption
  | if unknown then {Status: ., KeyType: ., KeyARN: .}
    elif . == null or length == 0 then {Status: "DISABLED"}
    else .[0] | known({
      Status: (.enabled | known(if . then "ENABLED" else "DISABLED" end)), KeyType: .key_type, KeyARN: (.key_arn | or_null)
    }) end;

def configuration: {
  DeliveryStreamName: .name,
  DeliveryStreamARN: arn,
  DeliveryStreamType: (.kinesis_source_configuration as $kinesis | .msk_source_configuration as $msk
    | $kinesis | known(if . != null and length > 0 then "KinesisStreamAsSource"
      elif ($msk | unknown) then $msk elif $msk != null and ($msk | length > 0) then "MSKAsSource" else "DirectPut" end)),
  DeliveryStreamEncryptionConfiguration: encryption,
  Destinations: elsewhere,
  Tags: tags
};
