# CloudTrail adds the version of the API to these names.
module {
  "EventSource": "lambda.amazonaws.com",
  "Resources": [
    {
      "ResourceType": "AWS::Lambda::Function", "Item": "function",
      "Created": ["CreateFunction20150331"],
      "Changed": [
        "AddPermission20150331v2", "CreateFunction20150331", "PublishVersion20150331", "RemovePermission20150331v2",
        "TagResource20170331v2", "UntagResource20170331v2", "UpdateFunctionCode20150331v2",
        "UpdateFunctionConfiguration20150331v2"
      ],
      "Deleted": ["DeleteFunction20150331"]
    }
  ]
};

# A name, or an ARN that may have a version behind it; a version that is deleted leaves the function there.
def function($at):
  if .eventName == "DeleteFunction20150331" and .requestParameters.qualifier then [] else
    (.responseElements.functionName // .requestParameters.functionName // .requestParameters.resource // "")
    | sub("^arn:[^:]*:lambda:[^:]*:[^:]*:function:"; "") | split(":")[0]
    | if . == "" or . == null then null
      else {FunctionName: ., FunctionArn: "arn:\($at.Partition):lambda:\($at.Region):\($at.Account):function:\(.)"} end
  end;
