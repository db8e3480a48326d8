# The values are those of share/tags/required.json: a test holds them to be the same.
module {
  "Title": "Resource has a tag with a value that is not allowed",
  "ResourceType": "*",
  "Severity": 25,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [".Tags.Environment", ".Tags.ComplianceStatus", ".Tags.AutoRevert", ".Tags.CriticalityLevel"],
  "Parameters": {
    "Allowed": {
      "Environment": ["dev", "staging", "prod", "production"],
      "ComplianceStatus": ["compliant", "non-compliant", "unknown"],
      "AutoRevert": ["true", "false"],
      "CriticalityLevel": ["low", "medium", "high", "critical"]
    }
  },
  "Remediation": "Set one of the allowed values: aws resourcegroupstaggingapi tag-resources --resource-arn-list ARN --tags KEY=VALUE. qrie-tag suggests which.",
  "Source": ["https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html"]
};
include "check";

def violation($now; $parameters):
  (.Tags | object("Tags") // {}) as $tags
  | [ $parameters.Allowed | to_entries[]
      | .key as $key
      | .value as $allowed
      | $tags[$key] | text("the tag \($key)")
      | select(. != null and (. as $value | any($allowed[]; . == $value) | not))
      | {Key: $key, Value: ., Allowed: $allowed} ] as $wrong
  | select($wrong != [])
  | {
      Message: ([$wrong[] | "\(.Key) is \(.Value), not one of \(.Allowed | join(", "))"] | join("; ")),
      Evidence: {Tags: $wrong}
    };
