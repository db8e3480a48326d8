# The keys and their spellings are those of share/tags/required.json, and exempt are the types that carry no tags: a
# test holds them to be the same.
module {
  "Title": "Resource lacks tags that every resource must have",
  "ResourceType": "*",
  "Severity": 40,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [".ResourceType", {"Path": ".Tags", "As": "carried"}],
  "Parameters": {
    "Keys": [
      {"Key": "Environment", "Or": [], "Spellings": ["env", "environ", "stage"]},
      {"Key": "Owner", "Or": ["Team"], "Spellings": ["owned-by", "responsible", "team-name"]},
      {"Key": "CostCenter", "Or": [], "Spellings": ["cost-centre", "cost-center-id", "cost-code"]},
      {
        "Key": "CreatedAt",
        "Or": [],
        "Spellings": ["created", "created-on", "creation-date", "creation-time", "creation-timestamp", "create-date"]
      },
      {
        "Key": "Project",
        "Or": ["Application"],
        "Spellings": ["project-name", "app", "app-name", "application-name"]
      },
      {"Key": "ComplianceStatus", "Or": [], "Spellings": ["compliance", "compliance-state"]}
    ],
    "Exempt": [
      "AWS::::Account", "AWS::::Monitoring", "AWS::::Region", "AWS::AutoScaling::LaunchConfiguration",
      "AWS::CloudWatch::Dashboard", "AWS::Config::ConfigurationRecorder", "AWS::Config::DeliveryChannel",
      "AWS::EC2::RegionSettings", "AWS::EMR::RegionSettings", "AWS::EMR::SecurityConfiguration", "AWS::IAM::Group",
      "AWS::InspectorV2::AccountStatus", "AWS::KMS::Alias", "AWS::Macie::Session",
      "AWS::Organizations::Organization", "AWS::RDS::RegionSettings", "AWS::S3::MultiRegionAccessPoint",
      "AWS::SNS::Subscription", "AWS::SSM::ManagedInstanceInventory", "AWS::SSM::ServiceSetting"
    ]
  },
  "Remediation": "See what is to be set with qrie-tag, and set it: aws resourcegroupstaggingapi tag-resources --resource-arn-list ARN --tags KEY=VALUE. What Terraform or CloudFormation makes is tagged there, or the next run takes the tags off again.",
  "Source": [
    "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
    "https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html"
  ]
};
include "check";

# Two spellings of one word, as qrie-tag(1) sees it: without regard to case, blanks, dashes, underlines, dots, colons.
def word: ascii_downcase | explode | map(select(. as $c | any(32, 45, 46, 58, 95; . == $c) | not)) | implode;

def violation($now; $parameters):
  .ResourceType as $type
  | select(any($parameters.Exempt[]; . == $type) | not)
  | (.Tags | object("Tags") | given("Tags")) as $tags
  | [$tags | keys[] | select(startswith("aws:") | not)] as $keys
  | [ $parameters.Keys[]
      | . as $wanted
      | [.Key, .Or[]] as $names
      | select(any($names[]; $tags[.] | text("a tag") | . != null and . != "") | not)
      | ([$names[], .Spellings[]] | map(word)) as $words
      | {Key: .Key, Found: [$keys[] | select(word as $w | any($words[]; . == $w))]} ] as $lacking
  | select($lacking != [])
  | ([$lacking[] | select(.Found == []) | .Key]) as $missing
  | ([$lacking[] | select(.Found != []) | {key: .Key, value: .Found}] | from_entries) as $other
  | {
      Message: ([($missing | select(. != []) | "\(join(", ")) missing"),
        ($other | to_entries[] | "\(.key) is not set by \(.value | join(", "))")] | join("; ")),
      Evidence: {Missing: $missing, OtherSpellings: $other}
    };
