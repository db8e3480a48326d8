module {
  "Title": "Redshift Serverless workgroup copies data past its VPC",
  "ResourceType": "AWS::RedshiftServerless::Workgroup",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [".Configuration.enhancedVpcRouting"],
  "Remediation": "Run aws redshift-serverless update-workgroup --workgroup-name NAME --enhanced-vpc-routing, after giving the VPC a gateway endpoint for S3: without a way out COPY and UNLOAD fail.",
  "Source": [
    "https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Workgroup.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.enhancedVpcRouting
   | flag("enhancedVpcRouting") | select(. != true)
  | {Message: "enhanced VPC routing is off", Evidence: {enhancedVpcRouting: .}};
