module {
  "Title": "ECR repository does not scan images",
  "ResourceType": "AWS::ECR::Repository",
  "Severity": 75,
  "Category": "monitoring",
  "Reads": [
    ".Configuration.repositoryName",
    ".Configuration.imageScanningConfiguration.scanOnPush",
    {"Path": ".Configuration.RegistryScanningConfiguration", "Possible": [{"rules": [{"scanFrequency": "CONTINUOUS_SCAN", "repositoryFilters": [{"filter": "*"}]}]}, null]}
  ],
  "Remediation": "Scan each image that is pushed, for the whole registry: aws ecr put-registry-scanning-configuration --scan-type BASIC --rules scanFrequency=SCAN_ON_PUSH,repositoryFilters=[{filter=*,filterType=WILDCARD}], or with the type ENHANCED and CONTINUOUS_SCAN through Amazon Inspector.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_RegistryScanningRule.html",
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-1"
  ]
};
include "check";

# A filter without * finds all repositories whose name has it anywhere; * is any number of characters.
# https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-filters.html
def filtered($filter):
  if $filter | contains("*") then
    . as $name
    | ($filter | split("*")) as $parts
    | test("^" + ($parts | map([explode[] | [.] | implode | if test("[a-z0-9]") then . else "[" + . + "]" end]
        | add // "") | join(".*")) + "$")
  else contains($filter) end;

def violation:
  .Configuration
  | (.repositoryName | text("repositoryName") | given("repositoryName")) as $name
  | (.imageScanningConfiguration.scanOnPush | flag("scanOnPush")) as $own
  | [ .RegistryScanningConfiguration.rules | items("rules")[]
      | select(.scanFrequency | text("scanFrequency") | . == "SCAN_ON_PUSH" or . == "CONTINUOUS_SCAN")
      | .repositoryFilters | items("repositoryFilters")[] | .filter | text("filter") | given("filter")
      | select(. as $filter | $name | filtered($filter)) ] as $filters
  | select($own != true and $filters == [])
  | {Message: "neither the repository nor the registry scans what is pushed", Evidence: {scanOnPush: $own}};
