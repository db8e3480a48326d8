module {
  "Title": "EKS cluster endpoint cannot be reached from its VPC",
  "ResourceType": "AWS::EKS::Cluster",
  "Severity": 25,
  "Category": "network_security",
  "Reads": [".Configuration.resourcesVpcConfig.endpointPrivateAccess"],
  "Remediation": "Turn private access on, so that nodes do not go through the internet: aws eks update-cluster-config --name CLUSTER --resources-vpc-config endpointPrivateAccess=true.",
  "Source": [
    "https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigResponse.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"
  ]
};
include "check";

def violation:
  .Configuration.resourcesVpcConfig.endpointPrivateAccess
  | flag("endpointPrivateAccess")
  | select(. != true)
  | {Message: "private access is off", Evidence: {endpointPrivateAccess: .}};
