module {
  "Title": "CodeBuild project has credentials in the address of its source",
  "ResourceType": "AWS::CodeBuild::Project",
  "Severity": 90,
  "Category": "data_protection",
  "Reads": [
    {"Path": ".Configuration.source.location", "OneOf": ["@"]},
    {"Path": ".Configuration.secondarySources[].location", "OneOf": ["@"]}
  ],
  "Remediation": "Give CodeBuild the credentials with aws codebuild import-source-credentials --server-type BITBUCKET --auth-type PERSONAL_ACCESS_TOKEN --token TOKEN, take them out of the address with aws codebuild update-project --name NAME --source file://source.json, and make new ones.",
  "Source": [
    "https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"
  ]
};
include "check";

# https://user:password@host or https://token@host; a name alone, as Bitbucket puts it there, is no secret.
def secret:
  test("^[a-z]+://[^/@]*:[^/@]+@") or test("^[a-z]+://(gh[a-z]_|github_pat_|glpat-|ATBB|x-token-auth)[^/@]*@");

def violation:
  .Configuration
  | [(.source | object("source")), (.secondarySources | items("secondarySources")[]) | .location | text("location")
      | select(. != null and secret) | sub("://[^/@]*@"; "://(redacted)@")] as $found
  | select($found != [])
  | {
      Message: "the address of \($found | length) of its sources has credentials in it",
      Evidence: {Locations: $found}
    };
