module {
  "Title": "EMR lets clusters of the region be open to the internet",
  "ResourceType": "AWS::EMR::RegionSettings",
  "Severity": 90,
  "Category": "network_security",
  "Reads": [
    ".Configuration.BlockPublicAccessConfiguration.BlockPublicSecurityGroupRules",
    ".Configuration.BlockPublicAccessConfiguration.PermittedPublicSecurityGroupRuleRanges"
  ],
  "Parameters": {"Ports": [22]},
  "Remediation": "Run aws emr put-block-public-access-configuration --block-public-access-configuration '{\"BlockPublicSecurityGroupRules\": true, \"PermittedPublicSecurityGroupRuleRanges\": [{\"MinRange\": 22, \"MaxRange\": 22}]}', in each region. Clusters that run stay as they are.",
  "Source": [
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration.BlockPublicAccessConfiguration | object("BlockPublicAccessConfiguration")
  | (.BlockPublicSecurityGroupRules | flag("BlockPublicSecurityGroupRules")) as $blocked
  | [ .PermittedPublicSecurityGroupRuleRanges | items("PermittedPublicSecurityGroupRuleRanges")[]
      | (.MinRange | number("MinRange") | given("MinRange")) as $from
      | (.MaxRange | number("MaxRange") | if . == null then $from else . end) as $to
      | select($from != $to or ($parameters.Ports | items("Ports") | (has_item($from) | not))) ] as $open
  | select($blocked != true or $open != [])
  | {
      Message: (if $blocked != true then "public access is not blocked" else "more ports are open than may be" end),
      Evidence: {BlockPublicSecurityGroupRules: $blocked, PermittedPublicSecurityGroupRuleRanges: $open}
    };
