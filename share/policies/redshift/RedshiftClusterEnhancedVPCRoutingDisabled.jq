module {
  "Title": "Redshift cluster copies data past its VPC",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [".Configuration.EnhancedVpcRouting"],
  "Remediation": "Run aws redshift modify-cluster --cluster-identifier NAME --enhanced-vpc-routing, after giving the VPC a gateway endpoint for S3: without a way out COPY and UNLOAD fail.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.EnhancedVpcRouting
   | flag("EnhancedVpcRouting") | select(. != true)
  | {Message: "enhanced VPC routing is off", Evidence: {EnhancedVpcRouting: .}};
