module {
  "ResourceType": "AWS::RedshiftServerless::Namespace",
  "Service": "redshift-serverless",
  "AccountService": "redshiftserverless",
  "Scope": "regional",
  "List": {
    "Operation": "ListNamespaces", "Parameters": {"maxResults": 100}, "Token": "nextToken",
    "Items": "namespaces[]", "Permission": "redshift-serverless:ListNamespaces"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"resourceArn": "$ARN"},
      "From": "tags", "Into": "Tags", "Permission": "redshift-serverless:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .namespaceArn;
