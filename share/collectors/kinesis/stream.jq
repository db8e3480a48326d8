# The pages of tags name no token: the next one begins behind their last key.
# https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListTagsForStream.html
module {
  "ResourceType": "AWS::Kinesis::Stream",
  "Service": "kinesis",
  "Scope": "regional",
  "List": {
    "Operation": "ListStreams", "Parameters": {"Limit": 1000}, "Token": "NextToken",
    "Items": "StreamNames[]", "As": "StreamName", "Permission": "kinesis:ListStreams"
  },
  "Detail": [
    {
      "Operation": "DescribeStreamSummary", "Parameters": {"StreamName": ".StreamName"},
      "From": "StreamDescriptionSummary", "Into": ".", "Permission": "kinesis:DescribeStreamSummary"
    },
    {
      "Operation": "ListTagsForStream", "Parameters": {"StreamName": ".StreamName", "Limit": 50},
      "Token": {"In": "ExclusiveStartTagKey", "Out": "Tags[].Key", "More": "HasMoreTags"},
      "From": "Tags", "Into": "Tags", "Permission": "kinesis:ListTagsForStream"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): "arn:\($at.Partition):kinesis:\($at.Region):\($at.Account):stream/\(.StreamName)";
