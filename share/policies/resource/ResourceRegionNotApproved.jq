# Exempt are the settings that each region has, whether anything is in it or not.
module {
  "Title": "Resource is in a region that is not approved",
  "ResourceType": "*",
  "Severity": 50,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [".Region", ".ResourceType"],
  "Parameters": {
    "ApprovedRegions": ["us-east-1", "us-west-2", "eu-west-1"],
    "Exempt": [
      "AWS::::Monitoring", "AWS::::Region", "AWS::EC2::RegionSettings", "AWS::EMR::RegionSettings",
      "AWS::InspectorV2::AccountStatus", "AWS::Macie::Session", "AWS::RDS::RegionSettings", "AWS::SSM::ServiceSetting"
    ]
  },
  "Remediation": "Move it to an approved region and delete it here; keep others out by a service control policy on aws:RequestedRegion: aws organizations create-policy --type SERVICE_CONTROL_POLICY --name NAME --description WHY --content file://policy.json",
  "Source": [
    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html",
    "https://docs.aws.amazon.com/general/latest/gr/rande-manage.html"
  ]
};
include "check";

def violation($now; $parameters):
  .ResourceType as $type
  | select(any($parameters.Exempt[]; . == $type) | not)
  | .Region | text("Region") | given("Region")
  | select(. != "global" and (. as $region | any($parameters.ApprovedRegions[]; . == $region) | not))
  | {Message: "it is in \(.)", Evidence: {Region: ., ApprovedRegions: $parameters.ApprovedRegions}};
