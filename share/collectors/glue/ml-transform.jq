module {
  "ResourceType": "AWS::Glue::MLTransform",
  "Service": "glue",
  "Scope": "regional",
  "List": {
    "Operation": "GetMLTransforms", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "Transforms[]", "Permission": "glue:GetMLTransforms"
  },
  "Detail": [
    {
      "Operation": "GetTags", "Parameters": {"ResourceArn": "$ARN"},
      "From": "Tags", "Into": "Tags", "Permission": "glue:GetTags"
    }
  ],
  "Gone": ["EntityNotFoundException"]
};

def arn($at): "arn:\($at.Partition):glue:\($at.Region):\($at.Account):mlTransform/\(.TransformId)";
