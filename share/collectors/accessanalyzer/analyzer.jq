module {
  "ResourceType": "AWS::AccessAnalyzer::Analyzer",
  "Service": "accessanalyzer",
  "Scope": "regional",
  "List": {
    "Operation": "ListAnalyzers", "Parameters": {"maxResults": 100}, "Token": "nextToken",
    "Items": "analyzers[]", "Permission": "access-analyzer:ListAnalyzers"
  },
  "Tags": ".tags"
};

def arn($at): .arn;
