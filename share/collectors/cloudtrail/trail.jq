# A trail is told once, in its home region; the shadows that it casts in others, and in the members of an organization,
# are in what watches over a region (account/monitoring).
# https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
module {
  "ResourceType": "AWS::CloudTrail::Trail",
  "Service": "cloudtrail",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeTrails", "Parameters": {"includeShadowTrails": false},
    "Items": "trailList[]", "Permission": "cloudtrail:DescribeTrails"
  },
  "Detail": [
    {
      "Operation": "GetTrailStatus", "Parameters": {"Name": ".TrailARN"},
      "Into": "Status", "Permission": "cloudtrail:GetTrailStatus"
    },
    {
      "Operation": "GetEventSelectors", "Parameters": {"TrailName": ".TrailARN"},
      "From": "EventSelectors", "Into": "EventSelectors", "Permission": "cloudtrail:GetEventSelectors"
    },
    {
      "Operation": "GetEventSelectors", "Parameters": {"TrailName": ".TrailARN"},
      "From": "AdvancedEventSelectors", "Into": "AdvancedEventSelectors", "Permission": "cloudtrail:GetEventSelectors"
    },
    {
      "Operation": "GetInsightSelectors", "Parameters": {"TrailName": ".TrailARN"},
      "From": "InsightSelectors", "Into": "InsightSelectors", "NotConfigured": ["InsightNotEnabledException"],
      "Permission": "cloudtrail:GetInsightSelectors"
    },
    {
      "Operation": "ListTags", "Parameters": {"ResourceIdList": [".TrailARN"]}, "Token": "NextToken",
      "From": "ResourceTagList[].TagsList[]", "Into": "Tags", "Permission": "cloudtrail:ListTags"
    }
  ],
  "Gone": ["TrailNotFoundException"]
};

def arn($at): .TrailARN;
