# The list's pages name no token: the next one begins behind their last name, and so with tags.
# https://docs.aws.amazon.com/firehose/latest/APIReference/API_ListDeliveryStreams.html
# Splunk's token is shown in full, and what an HTTP endpoint is given besides the data may be a key.
module {
  "ResourceType": "AWS::KinesisFirehose::DeliveryStream",
  "Service": "firehose",
  "Scope": "regional",
  "List": {
    "Operation": "ListDeliveryStreams", "Parameters": {"Limit": 1000},
    "Token": {
      "In": "ExclusiveStartDeliveryStreamName", "Out": "DeliveryStreamNames[]", "More": "HasMoreDeliveryStreams"
    },
    "Items": "DeliveryStreamNames[]", "As": "DeliveryStreamName", "Permission": "firehose:ListDeliveryStreams"
  },
  "Detail": [
    {
      "Operation": "DescribeDeliveryStream", "Parameters": {"DeliveryStreamName": ".DeliveryStreamName"},
      "From": "DeliveryStreamDescription", "Into": ".", "Permission": "firehose:DescribeDeliveryStream"
    },
    {
      "Operation": "ListTagsForDeliveryStream",
      "Parameters": {"DeliveryStreamName": ".DeliveryStreamName", "Limit": 50},
      "Token": {"In": "ExclusiveStartTagKey", "Out": "Tags[].Key", "More": "HasMoreTags"},
      "From": "Tags", "Into": "Tags", "Permission": "firehose:ListTagsForDeliveryStream"
    }
  ],
  "Redact": [
    ".Destinations[].SplunkDestinationDescription.HECToken",
    ".Destinations[].HttpEndpointDestinationDescription.RequestConfiguration.CommonAttributes[].AttributeValue"
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): "arn:\($at.Partition):firehose:\($at.Region):\($at.Account):deliverystream/\(.DeliveryStreamName)";
