# Where no trail sends its events to a log group there is none to judge: that is CloudTrailOutsideCloudWatch's.
module {
  "Title": "CloudTrail's log group raises no alarm on changes of routes",
  "ResourceType": "AWS::Logs::LogGroup",
  "Severity": 25,
  "Category": "monitoring",
  "Reads": [
    ".Configuration.Trails[].IsMultiRegionTrail",
    ".Configuration.MetricFilters[].filterPattern",
    ".Configuration.MetricFilters[].metricTransformations[].metricName",
    ".Configuration.MetricFilters[].metricTransformations[].metricNamespace",
    ".Configuration.MetricAlarms[].MetricName",
    ".Configuration.MetricAlarms[].Namespace",
    ".Configuration.MetricAlarms[].ActionsEnabled",
    {"Path": ".Configuration.MetricAlarms[].AlarmActions", "As": "shape"}
  ],
  "Remediation": "Make a metric filter on the trail's log group and an alarm that tells somebody: aws logs put-metric-filter --log-group-name GROUP --filter-name NAME --filter-pattern 'PATTERN' --metric-transformations metricName=NAME,metricNamespace=Trail,metricValue=1; aws cloudwatch put-metric-alarm --alarm-name NAME --metric-name NAME --namespace Trail --statistic Sum --period 300 --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --evaluation-periods 1 --alarm-actions TOPIC. The pattern: { ($.eventName = CreateRoute) || ($.eventName = CreateRouteTable) || ($.eventName = DeleteRoute) || ($.eventName = DeleteRouteTable) || ($.eventName = DisassociateRouteTable) || ($.eventName = ReplaceRoute) || ($.eventName = ReplaceRouteTableAssociation) }",
  "Source": [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"
  ]
};
include "watch";

def events: [
  "CreateRoute", "CreateRouteTable", "DeleteRoute", "DeleteRouteTable", "DisassociateRouteTable", "ReplaceRoute",
  "ReplaceRouteTableAssociation"
];

def violation:
  .Configuration
  | select(watched_group)
  | unwatched_events(events) as $unwatched
  | select($unwatched != [])
  | {Message: "\($unwatched | length) of \(events | length) events raise no alarm", Evidence: {Unwatched: $unwatched}};
