# The values of environment variables are often secrets: records carry their names alone.
module {
  "ResourceType": "AWS::CodeBuild::Project",
  "Service": "codebuild",
  "Scope": "regional",
  "List": {
    "Operation": "ListProjects", "Token": "nextToken",
    "Items": "projects[]", "As": "name", "Permission": "codebuild:ListProjects"
  },
  "Batch": [
    {
      "Operation": "BatchGetProjects",
      "In": "names", "Most": 100, "Match": "name", "From": "projects[]", "Key": "name", "Into": ".",
      "Permission": "codebuild:BatchGetProjects"
    }
  ],
  "Tags": ".tags",
  "Redact": [".environment.environmentVariables[].value", ".webhook.secret"]
};

def arn($at): "arn:\($at.Partition):codebuild:\($at.Region):\($at.Account):project/\(.name)";
