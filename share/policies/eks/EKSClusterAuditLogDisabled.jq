module {
  "Title": "EKS cluster keeps no audit log",
  "ResourceType": "AWS::EKS::Cluster",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.logging.clusterLogging[].types", ".Configuration.logging.clusterLogging[].enabled"],
  "Remediation": "Turn it on: aws eks update-cluster-config --name CLUSTER --logging '{\"clusterLogging\":[{\"types\":[\"api\",\"audit\",\"authenticator\",\"controllerManager\",\"scheduler\"],\"enabled\":true}]}'.",
  "Source": [
    "https://docs.aws.amazon.com/eks/latest/APIReference/API_LogSetup.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-8"
  ]
};
include "check";

def logged:
  [ .Configuration.logging.clusterLogging | items("clusterLogging")[]
    | select(.enabled | flag("enabled") | . == true) | .types | items("types")[] | text("types") ] | unique;

def violation:
  logged
  | select(any(.[]; . == "audit") | not)
  | {Message: "the audit log is off", Evidence: {Enabled: .}};
