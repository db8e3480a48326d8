# Anyone may have a token of GitHub's or another provider's: what the trust policy asks of it is the lock.
module {
  "Title": "IAM role can be assumed by strangers of an identity provider",
  "ResourceType": "AWS::IAM::Role",
  "Severity": 80,
  "Category": "access_control",
  "Reads": [".Configuration.AssumeRolePolicyDocument"],
  "Remediation": "Say whose tokens are taken: Condition {\"StringLike\": {\"token.actions.githubusercontent.com:sub\": \"repo:ORGANIZATION/REPOSITORY:*\"}} beside StringEquals on :aud in the trust policy (aws iam update-assume-role-policy --role-name NAME --policy-document file://trust.json). For Cognito and other providers of the web, require your own id in :aud.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html"
  ]
};
include "check";
include "document";

# Providers that sign for everybody: a token of theirs says little without the audience.
def of_the_web:
  . == "cognito-identity.amazonaws.com" or . == "accounts.google.com" or . == "graph.facebook.com"
  or . == "www.amazon.com";

# A subject ties down when what is before its first wildcard names a party: of GitHub the organization.
def subject_fixed($host):
  if $host == "token.actions.githubusercontent.com" and startswith("repo:") then test("^repo:[^*?:/]+/")
  else . != "" and (split("*")[0] | split("?")[0] | length > 1) end;

# The claim of a tenant of the provider is not in the tokens of others.
def condition_of($host; $claim):
  (.Key == ($host + ":" + $claim) or (.Key | startswith($host + "/") and endswith(":" + $claim))) and (.Operator | test("^string(equals|like|equalsignorecase)$")) and (.IfExists | not)
  and .Set != "forallvalues" and .Values != [];

def tied($host):
  restricts_who
  or if $host | of_the_web then
      any(conditions; (condition_of($host; "aud") or condition_of($host; "app_id") or condition_of($host; "sub"))
        and all(.Values[]; wild | not))
    else any(conditions; . as $condition
        | ("sub", "repository", "repository_id", "repository_owner", "repository_owner_id", "job_workflow_ref")
          as $claim
        | $condition
        | condition_of($host; $claim) and all(.Values[]; subject_fixed($host))) end;

def violation:
  [ .Configuration.AssumeRolePolicyDocument | given("AssumeRolePolicyDocument") | statements | allowing
    | select(allows("sts:AssumeRoleWithWebIdentity"))
    | . as $statement
    | principals
    | select(.Kind == "Federated" and (.Id | contains(":saml-provider/") | not))
    | (.Id | sub("^arn:.*:oidc-provider/"; "")) as $host
    | select($statement | tied($host | ascii_downcase) | not)
    | $host ]
  | unique
  | select(. != [])
  | {Message: "any token of \(join(", ")) will do", Evidence: {Providers: .}};
