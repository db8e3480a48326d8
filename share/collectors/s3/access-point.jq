module {
  "ResourceType": "AWS::S3::AccessPoint",
  "Service": "s3control",
  "AccountService": "s3",
  "Scope": "regional",
  "List": {
    "Operation": "ListAccessPoints", "Parameters": {"AccountId": "$Account", "MaxResults": 1000},
    "Token": "NextToken",
    "Items": "AccessPointList[]", "Permission": "s3:ListAccessPoints"
  },
  "Detail": [
    {
      "Operation": "GetAccessPoint", "Parameters": {"AccountId": "$Account", "Name": ".Name"},
      "Into": ".", "Permission": "s3:GetAccessPoint"
    },
    {
      "Operation": "GetAccessPointPolicy", "Parameters": {"AccountId": "$Account", "Name": ".Name"},
      "From": "Policy", "Into": "Policy", "NotConfigured": ["NoSuchAccessPointPolicy"],
      "Permission": "s3:GetAccessPointPolicy"
    },
    {
      "Operation": "GetAccessPointPolicyStatus", "Parameters": {"AccountId": "$Account", "Name": ".Name"},
      "From": "PolicyStatus", "Into": "PolicyStatus", "NotConfigured": ["NoSuchAccessPointPolicy"],
      "Permission": "s3:GetAccessPointPolicyStatus"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"AccountId": "$Account", "ResourceArn": "$ARN"},
      "From": "Tags", "Into": "Tags", "Permission": "s3:ListTagsForResource"
    }
  ],
  "Gone": ["NoSuchAccessPoint"]
};

def arn($at): "arn:\($at.Partition):s3:\($at.Region):\($at.Account):accesspoint/\(.Name)";
