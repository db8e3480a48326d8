# Of a plan: an inventory tells which versions of Aurora can be Serverless v2 in the region (--live).
module {
  "Title": "Aurora Serverless v2 cluster cannot be made in its region",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 70,
  "Category": "availability",
  "Reads": [
    ".Actions", ".Region", ".Configuration.Engine", ".Configuration.ServerlessV2ScalingConfiguration",
    {"Path": ".Configuration.EngineVersion", "Possible": ["0", null]},
    {"Path": ".Live.Region", "Possible": [{"AuroraMySQLServerlessV2": [], "AuroraPostgreSQLServerlessV2": []}, null]}
  ],
  "Remediation": "Choose a region, or a version, that has it, or instances of a fixed class: aws rds describe-orderable-db-instance-options --engine ENGINE --db-instance-class db.serverless --region REGION lists the versions.",
  "Source": ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.ServerlessV2.html"],
  "OnRequest": true
};
include "check";

def violation:
  .Region as $region
  | (.Configuration.EngineVersion | text("EngineVersion")) as $version
  | (.Live | object("Live") | .Region | object("Region")) as $there
  | select(.Actions != null and .Configuration.ServerlessV2ScalingConfiguration != null)
  | .Configuration.Engine | text("Engine") | given("Engine")
  | . as $engine
  | (if . == "aurora-mysql" then "AuroraMySQLServerlessV2"
      elif . == "aurora-postgresql" then "AuroraPostgreSQLServerlessV2"
      else error("\(.) has no Serverless v2") end) as $member
  | ($there | given("Live.Region") | .[$member] | given($member) | items($member))
  | if . == [] then {Message: "\($region) has no Serverless v2 for \($engine)", Versions: .}
    elif $version != null and all(.[]; . != $version and (startswith("\($version).") | not)) then
      {Message: "\($region) has no Serverless v2 for \($engine) \($version)", Versions: .}
    else empty end
  | {Message, Evidence: {Engine: $engine, EngineVersion: $version, Region: $region, Versions}};
