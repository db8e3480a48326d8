# Rules of all buses, not of the default one alone.  What goes into headers and queries of targets is often a secret.
module {
  "ResourceType": "AWS::Events::Rule",
  "Managed": "managed",
  "Service": "events",
  "Scope": "regional",
  "Parents": {
    "Operation": "ListEventBuses", "Parameters": {"Limit": 100}, "Token": "NextToken",
    "Items": "EventBuses[]", "Permission": "events:ListEventBuses"
  },
  "List": {
    "Operation": "ListRules", "Parameters": {"EventBusName": ".Name", "Limit": 100}, "Token": "NextToken",
    "Items": "Rules[]", "Permission": "events:ListRules"
  },
  "Detail": [
    {
      "Operation": "ListTargetsByRule",
      "Parameters": {"Rule": ".Name", "EventBusName": ".EventBusName", "Limit": 100}, "Token": "NextToken",
      "From": "Targets", "Into": "Targets", "Permission": "events:ListTargetsByRule"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceARN": ".Arn"},
      "From": "Tags", "Into": "Tags", "Permission": "events:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundException"],
  "Redact": [".Targets[].HttpParameters.HeaderParameters", ".Targets[].HttpParameters.QueryStringParameters"]
};

def arn($at): .Arn;

# ManagedBy names the service that has made it.
def managed: if .ManagedBy != null then "service-linked" else null end;
