module {
  "Title": "EKS cluster can be deleted by one call",
  "ResourceType": "AWS::EKS::Cluster",
  "Severity": 25,
  "Category": "data_protection",
  "Reads": [".Configuration.deletionProtection"],
  "Remediation": "Turn deletion protection on: aws eks update-cluster-config --name CLUSTER --deletion-protection. Turn it off the same way before a stack is destroyed.",
  "Source": ["https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html"]
};
include "check";

def violation:
  .Configuration.deletionProtection
  | flag("deletionProtection")
  | select(. != true)
  | {Message: "deletion protection is off", Evidence: {deletionProtection: .}};
