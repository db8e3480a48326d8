# A job's arguments are often secrets: records carry their names alone.
module {
  "ResourceType": "AWS::Glue::Job",
  "Service": "glue",
  "Scope": "regional",
  "List": {
    "Operation": "GetJobs", "Parameters": {"MaxResults": 200}, "Token": "NextToken",
    "Items": "Jobs[]", "Permission": "glue:GetJobs"
  },
  "Detail": [
    {
      "Operation": "GetTags", "Parameters": {"ResourceArn": "$ARN"},
      "From": "Tags", "Into": "Tags", "Permission": "glue:GetTags"
    }
  ],
  "Redact": [".SourceControlDetails.AuthToken", ".DefaultArguments", ".NonOverridableArguments"],
  "Gone": ["EntityNotFoundException"]
};

def arn($at): "arn:\($at.Partition):glue:\($at.Region):\($at.Account):job/\(.Name)";
