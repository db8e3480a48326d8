module {
  "ResourceType": "AWS::CodeBuild::ReportGroup",
  "Service": "codebuild",
  "Scope": "regional",
  "List": {
    "Operation": "ListReportGroups", "Parameters": {"maxResults": 100}, "Token": "nextToken",
    "Items": "reportGroups[]", "As": "arn", "Permission": "codebuild:ListReportGroups"
  },
  "Batch": [
    {
      "Operation": "BatchGetReportGroups",
      "In": "reportGroupArns", "Most": 100, "Match": "arn", "From": "reportGroups[]", "Key": "arn", "Into": ".",
      "Permission": "codebuild:BatchGetReportGroups"
    }
  ],
  "Tags": ".tags"
};

def arn($at): .arn;
