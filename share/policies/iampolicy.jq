# What a policy of IAM allows too widely, by one rule for its two forms: a managed policy is one document, and a user, a
# group or a role has inline ones.
include "check";
include "document";

# Of a managed policy's record: what a rule finds in its document, a list, told and as evidence under a name.
def in_managed(rule; $name; told):
  .Configuration.PolicyVersion.Document
  | given("Document")
  | rule
  | select(. != [])
  | {Message: told, Evidence: {($name): .}};

# The same of the inline ones, of which the first tells what it is.
def in_inline(rule; $name; told):
  [ .Configuration.Policies | items("Policies")[]
    | {PolicyName, ($name): (.PolicyDocument | given("PolicyDocument") | rule)}
    | select(.[$name] != []) ]
  | select(. != [])
  | {Message: "\(map(.PolicyName) | join(", ")): \(.[0][$name] | told)", Evidence: {Policies: .}};

# Of whatever account: a role trusts whom it trusts, but many trust the whole account.
def every_role: every_resource or (split(":") | .[2] == "iam" and (.[5:] | join(":") | . == "*" or . == "role/*"));
def assuming_every_role: grants("sts:AssumeRole"; every_role);

# "*", "arn:aws:kms:*:*:*", "arn:aws:kms:eu-west-1:111122223333:key/*"
def every_key: every_resource or (split(":") | .[2] == "kms" and (.[5:] | join(":") | . == "*" or . == "key/*"));

def by_property:
  any(conditions; .Key | . == "kms:resourcealiases" or . == "kms:requestalias" or startswith("aws:resourcetag/"));

def decrypting_every_key:
  [grants("kms:Decrypt", "kms:ReEncryptFrom"; every_key)[] | select(by_property | not)] | unique;
