module {
  "Title": "EMR cluster's primary node has a public address",
  "ResourceType": "AWS::EMR::Cluster",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.PrimaryGroupInstances[].Ec2InstanceId", "As": "carried"},
    {"Path": ".Configuration.PrimaryFleetInstances[].Ec2InstanceId", "As": "carried"},
    {"Path": ".Configuration.PrimaryGroupInstances[].PublicIpAddress", "As": "shape"},
    {"Path": ".Configuration.PrimaryFleetInstances[].PublicIpAddress", "As": "shape"}
  ],
  "Remediation": "Make the cluster again in a private subnet (aws emr create-cluster with --ec2-attributes SubnetId=SUBNET), and reach its pages by Session Manager or a VPN. It needs a gateway endpoint for S3 and a way to EMR's API.",
  "Source": [
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-clusters-in-a-vpc.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | if .PrimaryGroupInstances == null and .PrimaryFleetInstances == null then error("no primary nodes are told")
    else . end
  | [ (.PrimaryGroupInstances | items("PrimaryGroupInstances")[]),
      (.PrimaryFleetInstances | items("PrimaryFleetInstances")[])
      | select(.PublicIpAddress | text("PublicIpAddress") | . != null and . != "")
      | .Ec2InstanceId ]
  | select(length > 0)
  | {Message: "public address of \(join(", "))", Evidence: {Ec2InstanceIds: .}};
