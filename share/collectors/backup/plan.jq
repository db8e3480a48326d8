module {
  "ResourceType": "AWS::Backup::BackupPlan",
  "Service": "backup",
  "Scope": "regional",
  "List": {
    "Operation": "ListBackupPlans", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "BackupPlansList[]", "Permission": "backup:ListBackupPlans"
  },
  "Detail": [
    {
      "Operation": "GetBackupPlan", "Parameters": {"BackupPlanId": ".BackupPlanId"},
      "From": "BackupPlan", "Into": "BackupPlan", "Permission": "backup:GetBackupPlan"
    },
    {
      "Operation": "ListBackupSelections", "Parameters": {"BackupPlanId": ".BackupPlanId"}, "Token": "NextToken",
      "From": "BackupSelectionsList", "Into": "BackupSelections", "Permission": "backup:ListBackupSelections"
    },
    {
      "Operation": "GetBackupSelection", "Each": "BackupSelections[]",
      "Parameters": {"BackupPlanId": "$Item.BackupPlanId", "SelectionId": ".SelectionId"},
      "From": "BackupSelection", "Into": "BackupSelection", "Permission": "backup:GetBackupSelection"
    },
    {
      "Operation": "ListTags", "Parameters": {"ResourceArn": ".BackupPlanArn"}, "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "backup:ListTags"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .BackupPlanArn;
