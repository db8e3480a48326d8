module {
  "PartOf": [{"Type": "aws_efs_file_system", "By": "file_system_id", "Is": ["id"]}]
};
include "known";

def join($part): .BackupPolicy = {Status: ($part | get(.backup_policy[0].status))};
