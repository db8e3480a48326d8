# What SARIF 2.1.0 and GitHub's code scanning demand of a file and a type of its members does not say: a line for each
# rule that is broken, with where.
# https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
# https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
def must($what; $holds): if $holds then empty else $what end;

def message($where):
  must("\($where): no message"; type == "string" and length > 0)
  , must("\($where): a placeholder (3.11.5)"; gsub("{{|}}"; "") | test("[{}]") | not)
  , must("\($where): a link (3.11.6)"; test("\\]\\(") | not);

def rule:
  .id as $id
  | (.shortDescription, .fullDescription, .help | .text | message($id))
  , must("\($id): level"; .defaultConfiguration.level | IN("note", "warning", "error"))
  , must("\($id): helpUri"; .helpUri // "https://" | test("^https?://[!-~]*$"))
  , must("\($id): security-severity"; .properties["security-severity"] // "1.0" | type == "string" and test("^([0-9]|10)\\.[0-9]$"))
  , must("\($id): tags"; .properties.tags | length == (unique | length) and length <= 20);

def address:
  must("\(.): not as RFC 3986 has it"; gsub("%[0-9A-F]{2}"; "") | test("^[A-Za-z0-9._~:/?#@!$&()*+,;=\u0027-]*$"))
  , must("\(.): a scheme"; test("^file:///") or (split("/")[0] | contains(":") | not))
  , must("\(.): a part that is empty or dots";
      (startswith("aws/") | not) or (split("/") | all(. != "" and . != "." and . != "..")));

def result($rules):
  .message.text as $id
  | must("\($id): ruleIndex"; $rules[.ruleIndex].id == .ruleId)
  , must("\($id): kind and level (3.27.10)"; (.kind == "fail" and (.level | IN("note", "warning", "error")))
      or (.kind == "open" and .level == "none"))
  , must("\($id): rank"; .rank >= 0 and .rank <= 100)
  , (.message.text | message("result"))
  , must("\($id): one location"; .locations | length == 1)
  , must("\($id): fingerprint"; .partialFingerprints.primaryLocationLineHash | test("^[0-9a-f]{32}:1$"))
  , (.locations[0]
      | (.physicalLocation.artifactLocation.uri | address)
      , must("\($id): line"; .physicalLocation.region.startLine >= 1)
      , must("\($id): top-level names (3.33.5)"; .logicalLocations | length >= 1 and all(.name == .fullyQualifiedName)));

must("version"; .version == "2.1.0")
, must("$schema"; .["$schema"] | test("^https://.*sarif.*2\\.1\\.0\\.json$"))
, must("one run"; .runs | length == 1)
, (.runs[0]
    | .tool.driver.rules as $rules
    | must("name"; .tool.driver.name == "qrie")
    , must("ids differ"; $rules | map(.id) | length == (unique | length))
    , ($rules[] | rule)
    , must("executionSuccessful"; .invocations[0].executionSuccessful | type == "boolean")
    , (.invocations[0].toolExecutionNotifications[]
        | (.message.text | message("notification"))
        , must("level of a notification"; .level | IN("none", "note", "warning", "error")))
    , must("suppressions of all or of none (3.27.23)"; .results | map(has("suppressions")) | unique | length <= 1)
    , must("baselineState of all or of none"; .results | map(has("baselineState")) | unique | length <= 1)
    , (.results[] | result($rules)))
