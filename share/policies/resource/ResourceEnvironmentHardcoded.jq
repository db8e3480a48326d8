# Of a plan: a name that is written out, without a reference, with an environment in it.
module {
  "Title": "Resource has a name with an environment written into it",
  "ResourceType": "*",
  "Severity": 25,
  "Category": "maintenance",
  "Reads": [".Written.Name.Attribute", ".Written.Name.Constant", {"Path": ".Written.Name.Value", "Possible": [null]}],
  "Parameters": {"Environments": [
    "dev", "development", "test", "testing", "qa", "stage", "staging", "uat", "prod", "production"
  ]},
  "Remediation": "Make the environment a variable and the name of it: \"logs-${var.environment_suffix}\". What has that name now: aws resourcegroupstaggingapi get-resources --tag-filters Key=Environment,Values=ENVIRONMENT.",
  "Source": ["https://developer.hashicorp.com/terraform/language/style"],
  "OnRequest": true
};
include "check";

def violation($now; $parameters):
  .Written | object("Written") | .Name | object("Name")
  | select(. != null and .Constant == true)
  | .Attribute as $attribute
  | .Value | text("Value") | select(. != null)
  | . as $name
  | [ ascii_downcase | gsub("[^a-z0-9]+"; " ") | split(" ")[] | . as $word
      | select(any($parameters.Environments | items("Environments")[]; . == $word)) ]
  | select(. != [])
  | {Message: "\($attribute) is written out as \($name)", Evidence: {Name: $name, Environment: .[0]}};
