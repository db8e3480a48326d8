module {
  "ResourceType": "AWS::FSx::FileSystem",
  "Service": "fsx",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeFileSystems", "Token": "NextToken",
    "Items": "FileSystems[]", "Permission": "fsx:DescribeFileSystems"
  },
  "Redact": [
    ".OntapConfiguration.FsxAdminPassword",
    ".AdministrativeActions[].TargetFileSystemValues.OntapConfiguration.FsxAdminPassword"
  ]
};

def arn($at): .ResourceARN;
