module {
  "EventSource": "logs.amazonaws.com",
  "Resources": [
    {
      "ResourceType": "AWS::Logs::LogGroup", "Item": "group",
      "Created": ["CreateLogGroup"],
      "Changed": [
        "AssociateKmsKey", "CreateLogGroup", "DeleteRetentionPolicy", "DisassociateKmsKey", "PutRetentionPolicy",
        "TagLogGroup", "TagResource", "UntagLogGroup", "UntagResource"
      ],
      "Deleted": ["DeleteLogGroup"]
    }
  ]
};

def group($at):
  .requestParameters
  | .logGroupName
  // ((.resourceArn // .resourceIdentifier // "")
    | if test(":log-group:") then sub(".*:log-group:"; "") | sub(":\\*$"; "") else null end)
  | if . then {logGroupName: .} else [] end;
