module {
  "ResourceType": "AWS::Athena::WorkGroup",
  "Service": "athena",
  "Scope": "regional",
  "List": {
    "Operation": "ListWorkGroups", "Parameters": {"MaxResults": 50}, "Token": "NextToken",
    "Items": "WorkGroups[]", "Permission": "athena:ListWorkGroups"
  },
  "Detail": [
    {
      "Operation": "GetWorkGroup", "Parameters": {"WorkGroup": ".Name"},
      "From": "WorkGroup.Configuration", "Into": "Configuration", "Permission": "athena:GetWorkGroup"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceARN": "$ARN", "MaxResults": 75},
      "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "athena:ListTagsForResource"
    }
  ]
};

def arn($at): "arn:\($at.Partition):athena:\($at.Region):\($at.Account):workgroup/\(.Name)";
