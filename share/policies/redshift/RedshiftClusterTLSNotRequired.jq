module {
  "Title": "Redshift cluster lets clients connect without TLS",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.ClusterParameterGroups[].ParameterGroupName",
    ".Configuration.ClusterParameterGroups[].Parameters[].ParameterName",
    ".Configuration.ClusterParameterGroups[].Parameters[].ParameterValue"
  ],
  "Remediation": "Run aws redshift modify-cluster-parameter-group --parameter-group-name GROUP --parameters ParameterName=require_ssl,ParameterValue=true. A default group cannot be changed: make one (aws redshift create-cluster-parameter-group --parameter-group-name GROUP --parameter-group-family redshift-1.0 --description TEXT) and give it to the cluster (aws redshift modify-cluster --cluster-identifier NAME --cluster-parameter-group-name GROUP). First see that all clients use TLS; the cluster must be rebooted (aws redshift reboot-cluster --cluster-identifier NAME).",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html",
    "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

def violation:
  [ .Configuration.ClusterParameterGroups | items("ClusterParameterGroups")[]
    | object("a parameter group") | .Parameters | given("Parameters") | items("Parameters")[]
    | object("a parameter") | select(.ParameterName == "require_ssl")
    | .ParameterValue | text("require_ssl") ]
  | select(length == 0 or any(.[]; . != "true"))
  | {Message: "require_ssl is not true", Evidence: {require_ssl: .[0]}};
