module {
  "ResourceType": "AWS::RedshiftServerless::Workgroup",
  "Service": "redshift-serverless",
  "AccountService": "redshiftserverless",
  "Scope": "regional",
  "List": {
    "Operation": "ListWorkgroups", "Parameters": {"maxResults": 100}, "Token": "nextToken",
    "Items": "workgroups[]", "Permission": "redshift-serverless:ListWorkgroups"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"resourceArn": "$ARN"},
      "From": "tags", "Into": "Tags", "Permission": "redshift-serverless:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .workgroupArn;
