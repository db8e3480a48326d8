# A trail without selectors records management events.
# https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
module {
  "ResourceType": "AWS::CloudTrail::Trail",
  "Service": "cloudtrail",
  "Computed": ["home_region"],
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):cloudtrail:\(.Region):\(.Account):trail/\(first_of(.name, .id))");

def selectors:
  .advanced_event_selector as $advanced
  | .event_selector
  | if unknown then .
    elif . == null or length == 0 then
      $advanced | if unknown then .
        elif . == null or length == 0 then [{ReadWriteType: "All", IncludeManagementEvents: true, DataResources: []}]
        else [] end
    else each({
      ReadWriteType: .read_write_type, IncludeManagementEvents: .include_management_events,
      DataResources: (.data_resource | each({Type: .type, Values: .values}))
    }) end;

def field: {
  Field: .field, Equals: .equals, NotEquals: .not_equals, StartsWith: .starts_with, NotStartsWith: .not_starts_with,
  EndsWith: .ends_with, NotEndsWith: .not_ends_with
} | with_entries(select(.value != null and .value != []));

def configuration: {
  Name: first_of(.name, .id),
  TrailARN: arn,
  HomeRegion: first_of(.home_region, .Region),
  S3BucketName: .s3_bucket_name,
  S3KeyPrefix: (.s3_key_prefix | or_null),
  IncludeGlobalServiceEvents: .include_global_service_events,
  IsMultiRegionTrail: .is_multi_region_trail,
  IsOrganizationTrail: .is_organization_trail,
  LogFileValidationEnabled: .enable_log_file_validation,
  CloudWatchLogsLogGroupArn: (.cloud_watch_logs_group_arn | or_null),
  CloudWatchLogsRoleArn: (.cloud_watch_logs_role_arn | or_null),
  KmsKeyId: (.kms_key_id | or_null),
  Status: {IsLogging: .enable_logging, LatestDeliveryTime: elsewhere, LatestCloudWatchLogsDeliveryTime: elsewhere},
  EventSelectors: selectors,
  AdvancedEventSelectors: (.advanced_event_selector | each({Name: (.name | or_null), FieldSelectors: (.field_selector | each(field))})),
  InsightSelectors: (.insight_selector | each({InsightType: .insight_type})),
  Tags: tags
};
