module {
  "ResourceType": "AWS::WorkSpaces::Workspace",
  "Service": "workspaces",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeWorkspaces", "Parameters": {"Limit": 25}, "Token": "NextToken",
    "Items": "Workspaces[]", "Permission": "workspaces:DescribeWorkspaces"
  },
  "Detail": [
    {
      "Operation": "DescribeTags", "Parameters": {"ResourceId": ".WorkspaceId"},
      "From": "TagList", "Into": "Tags", "Permission": "workspaces:DescribeTags"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): "arn:\($at.Partition):workspaces:\($at.Region):\($at.Account):workspace/\(.WorkspaceId)";
