module {
  "Title": "EKS cluster endpoint lets the whole internet in",
  "ResourceType": "AWS::EKS::Cluster",
  "Severity": 90,
  "Category": "network_security",
  "Reads": [
    ".Configuration.resourcesVpcConfig.endpointPublicAccess",
    {"Path": ".Configuration.resourcesVpcConfig.publicAccessCidrs[]", "OneOf": ["/0"]}
  ],
  "Remediation": "Let in the networks that need it alone: aws eks update-cluster-config --name CLUSTER --resources-vpc-config publicAccessCidrs=CIDR, or none: aws eks update-cluster-config --name CLUSTER --resources-vpc-config endpointPublicAccess=false,endpointPrivateAccess=true.",
  "Source": [
    "https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigResponse.html",
    "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"
  ]
};
include "check";

def violation:
  .Configuration.resourcesVpcConfig
  | select((.endpointPublicAccess | flag("endpointPublicAccess")) != false)
  | .publicAccessCidrs | items("publicAccessCidrs")
  | select(. == [] or any(.[]; text("publicAccessCidrs") | given("publicAccessCidrs") | endswith("/0")))
  | {
      Message: "open to \(if . == [] then "everyone, for no network is named" else join(", ") end)",
      Evidence: {publicAccessCidrs: .}
    };
