module {
  "PartOf": [{"Type": "aws_backup_vault", "By": "backup_vault_name", "Is": ["name", "id"]}]
};
include "known";

def join($part): .Policy = $part.policy;
