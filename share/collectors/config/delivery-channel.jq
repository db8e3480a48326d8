# A delivery channel has no ARN of AWS's: this one is made as the recorder's is.
module {
  "ResourceType": "AWS::Config::DeliveryChannel",
  "Service": "config",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDeliveryChannels",
    "Items": "DeliveryChannels[]", "Permission": "config:DescribeDeliveryChannels"
  },
  "Once": [
    {
      "Operation": "DescribeDeliveryChannelStatus",
      "From": "DeliveryChannelsStatus", "Key": "name", "Match": "name", "Into": "Status",
      "Permission": "config:DescribeDeliveryChannelStatus"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):config:\($at.Region):\($at.Account):delivery-channel/\(.name)";
