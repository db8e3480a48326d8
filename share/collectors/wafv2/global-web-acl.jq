# Web ACLs of CloudFront distributions: they are asked for in us-east-1 alone.
# https://docs.aws.amazon.com/waf/latest/APIReference/API_ListWebACLs.html
module {
  "ResourceType": "AWS::WAFv2::WebACL",
  "Service": "wafv2",
  "Scope": "global",
  "Home": "us-east-1",
  "List": {
    "Operation": "ListWebACLs", "Parameters": {"Scope": "CLOUDFRONT", "Limit": 100}, "Token": "NextMarker",
    "Items": "WebACLs[]", "Permission": "wafv2:ListWebACLs"
  },
  "Once": [
    {
      "Operation": "ListLoggingConfigurations", "Parameters": {"Scope": "CLOUDFRONT", "Limit": 100},
      "Token": "NextMarker",
      "From": "LoggingConfigurations", "Key": "ResourceArn", "Match": "ARN", "Into": "LoggingConfigurations",
      "Permission": "wafv2:ListLoggingConfigurations"
    }
  ],
  "Detail": [
    {
      "Operation": "GetWebACL", "Parameters": {"Name": ".Name", "Scope": "CLOUDFRONT", "Id": ".Id"},
      "From": "WebACL", "Into": ".", "Permission": "wafv2:GetWebACL"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceARN": ".ARN", "Limit": 100}, "Token": "NextMarker",
      "From": "TagInfoForResource.TagList", "Into": "Tags", "Permission": "wafv2:ListTagsForResource"
    }
  ],
  "Gone": ["WAFNonexistentItemException"]
};

def arn($at): .ARN;
