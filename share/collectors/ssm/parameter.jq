# What is said about parameters; their values are not asked for.
module {
  "ResourceType": "AWS::SSM::Parameter",
  "Service": "ssm",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeParameters", "Parameters": {"MaxResults": 50}, "Token": "NextToken",
    "Items": "Parameters[]", "Permission": "ssm:DescribeParameters"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceType": "Parameter", "ResourceId": ".Name"},
      "From": "TagList", "Into": "Tags", "Permission": "ssm:ListTagsForResource"
    }
  ],
  "Gone": ["InvalidResourceId"]
};

def arn($at):
  "arn:\($at.Partition):ssm:\($at.Region):\($at.Account):parameter/\(.Name | ltrimstr("/"))";
