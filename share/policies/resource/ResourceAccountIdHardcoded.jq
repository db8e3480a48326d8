# Of a plan.  AWS's own accounts, which own images and deliver logs, are the same for everyone: Allowed may have them.
module {
  "Title": "Resource is written with an account id instead of a reference",
  "ResourceType": "*",
  "Severity": 40,
  "Category": "maintenance",
  "Reads": [".Written.AccountIds[].Attribute", ".Written.AccountIds[].Id"],
  "Parameters": {"Allowed": []},
  "Remediation": "Take the id from data.aws_caller_identity.current.account_id, from a variable, or from the resource that is meant: aws sts get-caller-identity shows whose credentials are in use.",
  "Source": ["https://developer.hashicorp.com/terraform/language/style"],
  "OnRequest": true
};
include "check";

def violation($now; $parameters):
  ($parameters.Allowed | items("Allowed")) as $allowed
  | [ .Written | object("Written") | .AccountIds | items("AccountIds")[]
      | object("an item of AccountIds") | {Attribute, Id}
      | select(.Id as $id | any($allowed[]; . == $id) | not) ]
  | distinct
  | select(. != [])
  | {Message: (map("\(.Attribute) has \(.Id)") | join(", ")), Evidence: {AccountIds: .}};
