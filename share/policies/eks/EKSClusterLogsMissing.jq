module {
  "Title": "EKS cluster does not log all of its control plane",
  "ResourceType": "AWS::EKS::Cluster",
  "Severity": 25,
  "Category": "logging",
  "Reads": [".Configuration.logging.clusterLogging[].types", ".Configuration.logging.clusterLogging[].enabled"],
  "Parameters": {"Types": ["api", "authenticator", "controllerManager", "scheduler"]},
  "Remediation": "Turn the others on, which CloudWatch bills for: aws eks update-cluster-config --name CLUSTER --logging '{\"clusterLogging\":[{\"types\":[\"api\",\"audit\",\"authenticator\",\"controllerManager\",\"scheduler\"],\"enabled\":true}]}'.",
  "Source": [
    "https://docs.aws.amazon.com/eks/latest/APIReference/API_LogSetup.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"
  ]
};
include "check";

def logged:
  [ .Configuration.logging.clusterLogging | items("clusterLogging")[]
    | select(.enabled | flag("enabled") | . == true) | .types | items("types")[] | text("types") ] | unique;

def violation($now; $parameters):
  ($parameters.Types | items("Types")) as $types
  | logged
  | . as $logged
  | ($types - $logged)
  | select(. != [])
  | {Message: "not logged: \(join(", "))", Evidence: {Enabled: $logged, Missing: .}};
