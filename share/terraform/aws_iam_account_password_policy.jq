# It is the account's; of the account's other settings Terraform says nothing here.
module {
  "ResourceType": "AWS::::Account",
  "Service": "account",
  "Scope": "global"
};
include "known";

def arn: "arn:\(.Partition):iam::\(.Account):root";

def configuration: {
  PasswordPolicy: {
    MinimumPasswordLength: .minimum_password_length,
    RequireSymbols: .require_symbols,
    RequireNumbers: .require_numbers,
    RequireUppercaseCharacters: .require_uppercase_characters,
    RequireLowercaseCharacters: .require_lowercase_characters,
    AllowUsersToChangePassword: .allow_users_to_change_password,
    ExpirePasswords: (.max_password_age | known(. != null and . > 0)),
    MaxPasswordAge: (.max_password_age | above_zero),
    PasswordReusePrevention: (.password_reuse_prevention | above_zero),
    HardExpiry: .hard_expiry
  },
  AccountSummary: elsewhere,
  RootCredentialReport: elsewhere,
  RootVirtualMFADevices: elsewhere,
  AccountPublicAccessBlockConfiguration: elsewhere,
  SecurityContact: elsewhere,
  OperationsContact: elsewhere,
  BillingContact: elsewhere,
  Organization: elsewhere
};
