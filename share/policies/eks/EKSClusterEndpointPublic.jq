module {
  "Title": "EKS cluster endpoint is public",
  "ResourceType": "AWS::EKS::Cluster",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [
    ".Configuration.resourcesVpcConfig.endpointPublicAccess",
    {"Path": ".Configuration.resourcesVpcConfig.publicAccessCidrs", "As": "carried"}
  ],
  "Remediation": "Reach it from the VPC alone: aws eks update-cluster-config --name CLUSTER --resources-vpc-config endpointPublicAccess=false,endpointPrivateAccess=true. If it has to be public, let in the networks that need it: aws eks update-cluster-config --name CLUSTER --resources-vpc-config publicAccessCidrs=CIDR.",
  "Source": [
    "https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigResponse.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-1"
  ]
};
include "check";

def violation:
  .Configuration.resourcesVpcConfig
  | (.endpointPublicAccess | flag("endpointPublicAccess")) as $public
  | select($public != false)
  | {
      Message: "the endpoint is \(if $public then "public" else "not said to be private" end)",
      Evidence: {endpointPublicAccess: $public, publicAccessCidrs}
    };
