module {
  "Title": "CodeBuild webhook lets in accounts that only contain an allowed one's id",
  "ResourceType": "AWS::CodeBuild::Project",
  "Severity": 70,
  "Category": "access_control",
  "Reads": [{"Path": ".Configuration.webhook.filterGroups", "OneOf": ["ACTOR_ACCOUNT_ID", "^", "$", "(", "|"]}],
  "Remediation": "Begin the pattern with ^ and end it with $, each alternative of it: aws codebuild update-webhook --project-name NAME --filter-groups file://groups.json",
  "Source": ["https://docs.aws.amazon.com/codebuild/latest/userguide/github-webhook.html"]
};
include "check";

# ^(1|2)$ or ^1$|^2$
def anchored: test("^\\^\\([^()]*\\)\\$$") or all(split("|")[]; test("^\\^[^|()]*\\$$"));

def violation:
  [.Configuration.webhook | object("webhook") | .filterGroups | items("filterGroups")[] | items("filterGroups")[]
    | select(.type | text("type") | given("type") == "ACTOR_ACCOUNT_ID")
    | select(.excludeMatchedPattern | flag("excludeMatchedPattern") != true)
    | .pattern | text("pattern") | given("pattern") | select(anchored | not)] as $loose
  | select($loose != [])
  | {Message: "a pattern of accounts has no beginning or no end", Evidence: {Patterns: $loose}};
