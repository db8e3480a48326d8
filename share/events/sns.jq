module {
  "EventSource": "sns.amazonaws.com",
  "Resources": [
    {
      "ResourceType": "AWS::SNS::Topic", "Item": "topic",
      "Created": ["CreateTopic"],
      "Changed": ["AddPermission", "CreateTopic", "RemovePermission", "SetTopicAttributes", "TagResource", "UntagResource"],
      "Deleted": ["DeleteTopic"]
    }
  ]
};

def topic($at): {TopicArn: (.requestParameters.topicArn // .responseElements.topicArn // .requestParameters.resourceArn)};
