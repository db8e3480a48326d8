# Judged on multi-region trails.  Where another trail logs data events, waive this one.
module {
  "Title": "CloudTrail trail does not log reading of S3 objects",
  "ResourceType": "AWS::CloudTrail::Trail",
  "Severity": 25,
  "Category": "logging",
  "Reads": [
    ".Configuration.IsMultiRegionTrail",
    ".Configuration.EventSelectors",
    ".Configuration.AdvancedEventSelectors"
  ],
  "OnRequest": true,
  "Remediation": "Log data events of all buckets: aws cloudtrail put-event-selectors --trail-name NAME --event-selectors '[{\"ReadWriteType\": \"All\", \"IncludeManagementEvents\": true, \"DataResources\": [{\"Type\": \"AWS::S3::Object\", \"Values\": [\"arn:aws:s3\"]}]}]'. It replaces the selectors that are there. AWS charges for data events.",
  "Source": [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "check";

def selectors: .EventSelectors | items("EventSelectors");
def fields: [.AdvancedEventSelectors | items("AdvancedEventSelectors")[] | .FieldSelectors | items("FieldSelectors")];
def of($field): map(select(.Field == $field));
def equals($field; $value): any(of($field)[]; .Equals == [$value]);

def every_bucket: .Type == "AWS::S3::Object" and any(.Values | items("Values")[]; test("^arn:[^:]*:s3(:::)?$"));

# What an advanced selector says beside category, type and reading or writing makes it narrower, but for leaving buckets
# out.
def takes_all:
  equals("eventCategory"; "Data") and equals("resources.type"; "AWS::S3::Object")
  and (of("readOnly") == [] or equals("readOnly"; "true"))
  and all(.[]; (.Field | . == "eventCategory" or . == "resources.type" or . == "readOnly")
    or (.Field == "resources.ARN" and .Equals == null and .StartsWith == null and .EndsWith == null));

def violation:
  .Configuration
  | select(.IsMultiRegionTrail | flag("IsMultiRegionTrail") == true)
  | select(any(selectors[]; (.ReadWriteType | text("ReadWriteType") | . == "All" or . == "ReadOnly")
      and any(.DataResources | items("DataResources")[]; every_bucket)) | not)
  | select(any(fields[]; takes_all) | not)
  | {
      Message: "reading objects is logged of no or not of all buckets",
      Evidence: {EventSelectors, AdvancedEventSelectors}
    };
