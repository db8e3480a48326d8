# Five calls a second are all that Route 53 answers an account: what can be had of all zones at once is.
# https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html
module {
  "ResourceType": "AWS::Route53::HostedZone",
  "Service": "route53",
  "Scope": "global",
  "List": {
    "Operation": "ListHostedZones", "Parameters": {"MaxItems": "100"}, "Token": {"In": "Marker", "Out": "NextMarker"},
    "Items": "HostedZones[]", "Permission": "route53:ListHostedZones"
  },
  "Once": [
    {
      "Operation": "ListQueryLoggingConfigs", "Parameters": {"MaxResults": "100"}, "Token": "NextToken",
      "From": "QueryLoggingConfigs", "Key": "HostedZoneId", "Match": "Id", "Apply": "whole_ids",
      "Into": "QueryLoggingConfigs", "Permission": "route53:ListQueryLoggingConfigs"
    }
  ],
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceType": "hostedzone", "ResourceId": ".Id"},
      "From": "ResourceTagSet.Tags", "Into": "Tags", "Permission": "route53:ListTagsForResource"
    }
  ],
  "Gone": ["NoSuchHostedZone"]
};

def arn($at): "arn:\($at.Partition):route53:::\(.Id | ltrimstr("/"))";

# Zones are listed as /hostedzone/Z1, logging as Z1.
def whole_ids: map(.HostedZoneId |= "/hostedzone/\(.)");
