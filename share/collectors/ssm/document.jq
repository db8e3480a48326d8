# The account's own documents, and whom they are shared with: "all" is everybody.
module {
  "ResourceType": "AWS::SSM::Document",
  "Service": "ssm",
  "Scope": "regional",
  "List": {
    "Operation": "ListDocuments", "Parameters": {"Filters": [{"Key": "Owner", "Values": ["Self"]}], "MaxResults": 50},
    "Token": "NextToken",
    "Items": "DocumentIdentifiers[]", "Permission": "ssm:ListDocuments"
  },
  "Detail": [
    {
      "Operation": "DescribeDocumentPermission", "Parameters": {"Name": ".Name", "PermissionType": "Share"},
      "Token": "NextToken",
      "From": "AccountIds", "Into": "AccountIds", "Permission": "ssm:DescribeDocumentPermission"
    }
  ],
  "Gone": ["InvalidDocument"]
};

def arn($at): "arn:\($at.Partition):ssm:\($at.Region):\($at.Account):document/\(.Name)";
