# Whether somebody hears of it when events of a kind are in a log group that a multi-region trail writes to: a metric filter
# counts them, and an alarm on the count has somewhere to go.

def watched_group: any(.Trails | if . == null then [] elif type == "array" then . else error("Trails is \(type)") end | .[];
  .IsMultiRegionTrail == true);

# Patterns of the filters that an alarm stands behind.  The alarms of a record are joined by the metric's name alone.
def watched_patterns:
  (.MetricAlarms | if . == null then [] elif type == "array" then . else error("MetricAlarms is \(type)") end) as $alarms
  | .MetricFilters
  | if . == null then [] elif type == "array" then . else error("MetricFilters is \(type)") end
  | [ .[]
      | select(any(.metricTransformations[]; . as $metric
          | any($alarms[]; .MetricName == $metric.metricName and .Namespace == $metric.metricNamespace
              and .ActionsEnabled != false and (.AlarmActions | type == "array" and . != []))))
      | .filterPattern
      | if type == "string" then . else error("a filterPattern is \(type), not text") end ];

# The values that a pattern asks of a field: $.eventName = "StopLogging", and not $.eventName != "StopLogging".
def pattern_values($field): [scan("\\$\\.\($field)\\s*=\\s*\"?([A-Za-z0-9_.* -]+[A-Za-z0-9_.*])") | .[0]];

# A pattern that asks for a value of any other field, such as one region, counts only a part.
def pattern_whole:
  all(scan("\\$\\.([A-Za-z.]+)\\s*=") | .[0]; . == "eventName" or . == "eventSource" or . == "errorCode" or . == "errorMessage"
    or . == "eventType" or . == "userIdentity.type" or . == "additionalEventData.MFAUsed"
    or . == "responseElements.ConsoleLogin");

def whole_patterns: [watched_patterns[] | select(pattern_whole)];

# Which of these events no pattern counts.
def unwatched_events($names): $names - [whole_patterns[] | pattern_values("eventName")[]];
