module {
  "EventSource": "rds.amazonaws.com",
  "Resources": [
    {
      "ResourceType": "AWS::RDS::DBInstance", "Item": "instance",
      "Created": [
        "CreateDBInstance", "CreateDBInstanceReadReplica", "RestoreDBInstanceFromDBSnapshot",
        "RestoreDBInstanceFromS3", "RestoreDBInstanceToPointInTime"
      ],
      "Changed": [
        "AddRoleToDBInstance", "AddTagsToResource", "CreateDBInstance", "CreateDBInstanceReadReplica", "ModifyDBInstance",
        "PromoteReadReplica", "RebootDBInstance", "RemoveRoleFromDBInstance", "RemoveTagsFromResource",
        "RestoreDBInstanceFromDBSnapshot", "RestoreDBInstanceFromS3", "RestoreDBInstanceToPointInTime", "StartDBInstance",
        "StopDBInstance"
      ],
      "Deleted": ["DeleteDBInstance"]
    },
    {"ResourceType": "AWS::RDS::DBInstance", "Item": "renamed", "Changed": ["ModifyDBInstance"]}
  ]
};

def named($at): {
  DBInstanceIdentifier: ., DBInstanceArn: "arn:\($at.Partition):rds:\($at.Region):\($at.Account):db:\(.)"
};

# A restored one is the target of the call, not what it was restored from.
def instance($at):
  if .requestParameters.resourceName then
    .requestParameters.resourceName | if test(":db:[^:]*$") then sub(".*:db:"; "") | named($at) else [] end
  else
    .requestParameters.targetDBInstanceIdentifier // .responseElements.dBInstanceIdentifier
    // .requestParameters.dBInstanceIdentifier
    | if . then ascii_downcase | named($at) else null end
  end;

def renamed($at): .requestParameters.newDBInstanceIdentifier | if . then ascii_downcase | named($at) else [] end;
