module {
  "EventSource": "dynamodb.amazonaws.com",
  "Resources": [
    {
      "ResourceType": "AWS::DynamoDB::Table", "Item": "table",
      "Created": ["CreateTable", "RestoreTableFromBackup", "RestoreTableToPointInTime"],
      "Changed": [
        "CreateTable", "RestoreTableFromBackup", "RestoreTableToPointInTime", "TagResource", "UntagResource",
        "UpdateContinuousBackups", "UpdateTable", "UpdateTimeToLive"
      ],
      "Deleted": ["DeleteTable"]
    }
  ]
};

def table($at):
  .requestParameters
  | .targetTableName // .tableName // .resourceArn
  | if . then {TableName: sub("^arn:.*:table/"; "")} else null end;
