module {
  "Title": "Transfer Family server has an endpoint on the internet",
  "ResourceType": "AWS::Transfer::Server",
  "Severity": 40,
  "Category": "network_security",
  "OnRequest": true,
  "Reads": [".Configuration.EndpointType"],
  "Remediation": "Put it into a VPC, where security groups say who reaches it: aws transfer update-server --server-id ID --endpoint-type VPC --endpoint-details file://endpoint.json",
  "Source": ["https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html"]
};
include "check";

def violation:
  .Configuration.EndpointType | text("EndpointType")
  | if . == null or IN("PUBLIC", "VPC", "VPC_ENDPOINT") then select(. == null or . == "PUBLIC")
    else error("EndpointType is \(.)") end
  | {Message: "its endpoint is public", Evidence: {EndpointType: .}};
