module {
  "Title": "Redshift cluster does not log what users ask",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.ClusterParameterGroups[].ParameterGroupName",
    ".Configuration.ClusterParameterGroups[].Parameters[].ParameterName",
    ".Configuration.ClusterParameterGroups[].Parameters[].ParameterValue"
  ],
  "Remediation": "Run aws redshift modify-cluster-parameter-group --parameter-group-name GROUP --parameters ParameterName=enable_user_activity_logging,ParameterValue=true. A default group cannot be changed: make one (aws redshift create-cluster-parameter-group --parameter-group-name GROUP --parameter-group-family redshift-1.0 --description TEXT) and give it to the cluster (aws redshift modify-cluster --cluster-identifier NAME --cluster-parameter-group-name GROUP). The log is written where audit logging sends its others; the cluster must be rebooted (aws redshift reboot-cluster --cluster-identifier NAME).",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html",
    "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

def violation:
  [ .Configuration.ClusterParameterGroups | items("ClusterParameterGroups")[]
    | object("a parameter group") | .Parameters | given("Parameters") | items("Parameters")[]
    | object("a parameter") | select(.ParameterName == "enable_user_activity_logging")
    | .ParameterValue | text("enable_user_activity_logging") ]
  | select(length == 0 or any(.[]; . != "true"))
  | {Message: "enable_user_activity_logging is not true", Evidence: {enable_user_activity_logging: .[0]}};
