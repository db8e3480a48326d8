# Letters, digits, white space and _.:/=+@- : a comma is none, and CreateKey fails, also where a provider adds the tag.
module {
  "Title": "KMS key has a tag that KMS refuses",
  "ResourceType": "AWS::KMS::Key",
  "Severity": 90,
  "Category": "availability",
  "Reads": [".Tags"],
  "Remediation": "Replace what KMS does not allow, such as a comma, by a hyphen, in the key's tags and in the provider's default tags: aws kms tag-resource --key-id KEY --tags TagKey=KEY,TagValue=VALUE.",
  "Source": ["https://docs.aws.amazon.com/kms/latest/APIReference/API_Tag.html", "https://docs.aws.amazon.com/kms/latest/developerguide/tagging-keys.html"],
  "OnRequest": true
};
include "check";

def allowed: test("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$");
def suggested: gsub("[^\\p{L}\\p{Z}\\p{N}_.:/=+@-]+"; "-");

def violation:
  [ .Tags | object("Tags") | . // {} | to_entries[]
    | .key as $key | (.value | text($key) | . // "") as $value
    | select((.key | allowed | not) or ($value | allowed | not))
    | {Key: .key, Value: $value, Suggested: ($value | suggested)} ]
  | select(. != [])
  | {Message: (map("\(.Key): \(.Value), better \(.Suggested)") | join("; ")), Evidence: {Tags: .}};
