# What qrie-seed resources makes is for an hour's test; older than MaxHours it costs, and some of it is meant to be unsafe.
# The marks tell: auto-cleanup, and qrie-test-timestamp when it was made.  A resource of the same marks without a time is
# as old as anybody can tell.
module {
  "Title": "Resource made for a test was not taken away",
  "ResourceType": "*",
  "Severity": 50,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [".Tags"],
  "Parameters": {"MaxHours": 1},
  "Remediation": "Take the account's test resources away: qrie-seed resources --cleanup. It finds them by their tags, and deletes nothing else.",
  "Source": ["https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html"]
};
include "check";
include "time";

def violation($now; $parameters):
  (.Tags | object("Tags") // {}) as $tags
  | select(($tags["auto-cleanup"] | text("the tag auto-cleanup")) == "true")
  | $tags["qrie-test-timestamp"]
  | (if . == null then null else ((($now | seconds) - seconds) / 60 | floor) end) as $minutes
  | select($minutes == null or $minutes > $parameters.MaxHours * 60)
  | {
      Message: (if $minutes == null then "made for a test, nobody knows when" else "made for a test \($minutes) minutes ago" end),
      Evidence: {"auto-cleanup": "true", "qrie-test-timestamp": .}
    };
