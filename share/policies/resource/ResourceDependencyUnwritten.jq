# Of a plan: a resource that names another of the same plan by a text.  Terraform waits for what is referred to or is in
# depends_on, and makes these two at the same time.
module {
  "Title": "Resource names another by a text, so that Terraform does not wait for it",
  "ResourceType": "*",
  "Severity": 40,
  "Category": "availability",
  "Reads": [".Written.Unreferenced[].Address", ".Written.Unreferenced[].Attribute", ".Written.Unreferenced[].To"],
  "Remediation": "Write a reference instead of the text, such as aws_db_subnet_group.main.name, or the other's address into depends_on. What is there already: aws resourcegroupstaggingapi get-resources.",
  "Source": ["https://developer.hashicorp.com/terraform/language/resources/behavior"],
  "OnRequest": true
};
include "check";

def violation:
  [.Written | object("Written") | .Unreferenced | items("Unreferenced")[]
    | object("an item of Unreferenced") | {Address, Attribute, To}]
  | select(. != [])
  | {Message: (map("\(.Address): \(.Attribute) does not wait for \(.To)") | join("; ")), Evidence: {Unreferenced: .}};
