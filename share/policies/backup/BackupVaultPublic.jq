module {
  "Title": "Backup vault's policy lets everyone in",
  "ResourceType": "AWS::Backup::BackupVault",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.Policy"],
  "Remediation": "Name the accounts in the statement's Principal, or tie it by a condition such as aws:PrincipalOrgID: aws backup put-backup-vault-access-policy --backup-vault-name NAME --policy file://policy.json. Or take the policy away: aws backup delete-backup-vault-access-policy --backup-vault-name NAME.",
  "Source": [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
  ]
};
include "document";

def violation:
  .Configuration.Policy | public_statements | select(length > 0)
  | {Message: "\(length) of the policy's statements let everyone in", Evidence: {Statements: .}};
