# The list lacks logging and the default root object: the whole configuration is read of each.
# Headers that go to the origin are often a secret that the two share.
module {
  "ResourceType": "AWS::CloudFront::Distribution",
  "Service": "cloudfront",
  "Scope": "global",
  "List": {
    "Operation": "ListDistributions", "Parameters": {"MaxItems": "100"},
    "Token": {"In": "Marker", "Out": "DistributionList.NextMarker"},
    "Items": "DistributionList.Items[]", "Permission": "cloudfront:ListDistributions"
  },
  "Detail": [
    {
      "Operation": "GetDistributionConfig", "Parameters": {"Id": ".Id"},
      "From": "DistributionConfig", "Into": ".", "Permission": "cloudfront:GetDistributionConfig"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"Resource": ".ARN"},
      "From": "Tags.Items", "Into": "Tags", "Permission": "cloudfront:ListTagsForResource"
    }
  ],
  "Gone": ["NoSuchDistribution", "NoSuchResource"],
  "Redact": [".Origins.Items[].CustomHeaders.Items[].HeaderValue"]
};

def arn($at): .ARN;
