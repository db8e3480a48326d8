module {
  "Title": "EKS node group lets everyone reach SSH",
  "ResourceType": "AWS::EKS::Nodegroup",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.remoteAccess.ec2SshKey", "As": "shape"},
    {"Path": ".Configuration.remoteAccess.sourceSecurityGroups", "As": "shape"}
  ],
  "Remediation": "Make the node group anew without an SSH key, or with the groups that may reach it: aws eks create-nodegroup --cluster-name CLUSTER --nodegroup-name GROUP --subnets SUBNET --node-role ROLE --remote-access ec2SshKey=KEY,sourceSecurityGroups=GROUP. Session Manager needs neither.",
  "Source": ["https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html"]
};
include "check";

def violation:
  .Configuration.remoteAccess
  | object("remoteAccess")
  | select(.ec2SshKey | text("ec2SshKey") // "" | . != "")
  | .sourceSecurityGroups | items("sourceSecurityGroups")
  | select(. == [])
  | {Message: "port 22 of the nodes is open to 0.0.0.0/0", Evidence: {sourceSecurityGroups: .}};
