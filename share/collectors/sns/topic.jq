# Attributes are texts, numbers and policies too, as SNS gives them.
module {
  "ResourceType": "AWS::SNS::Topic",
  "Service": "sns",
  "Scope": "regional",
  "List": {"Operation": "ListTopics", "Token": "NextToken", "Items": "Topics[]", "Permission": "sns:ListTopics"},
  "One": {"By": ["TopicArn"]},
  "Detail": [
    {
      "Operation": "GetTopicAttributes", "Parameters": {"TopicArn": ".TopicArn"},
      "From": "Attributes", "Into": "Attributes", "Permission": "sns:GetTopicAttributes"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceArn": ".TopicArn"},
      "From": "Tags", "Into": "Tags", "Permission": "sns:ListTagsForResource"
    }
  ],
  "Gone": ["NotFound", "ResourceNotFound"]
};

def arn($at): .TopicArn;
