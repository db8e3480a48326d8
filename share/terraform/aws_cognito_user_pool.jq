module {
  "ResourceType": "AWS::Cognito::UserPool",
  "Service": "cognito",
  "Computed": ["creation_date", "domain", "endpoint", "last_modified_date"]
};
include "known";

def arn: arn_or("arn:\(.Partition):cognito-idp:\(.Region):\(.Account):userpool/\(.id)");

def configuration: {
  Id: .id,
  Name: .name,
  Policies: {PasswordPolicy: (.password_policy | block({
    MinimumLength: .minimum_length, RequireUppercase: .require_uppercase, RequireLowercase: .require_lowercase,
    RequireNumbers: .require_numbers, RequireSymbols: .require_symbols,
    TemporaryPasswordValidityDays: .temporary_password_validity_days
  }))},
  DeletionProtection: .deletion_protection,
  MfaConfiguration: .mfa_configuration,
  AdminCreateUserConfig: (.admin_create_user_config
    | block({AllowAdminCreateUserOnly: .allow_admin_create_user_only})),
  UserPoolAddOns: (.user_pool_add_ons | block({AdvancedSecurityMode: .advanced_security_mode})),
  UserPoolTags: (tags | known(from_entries))
};
