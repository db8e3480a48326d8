module {
  "Title": "VPC flow logs do not go to both S3 and CloudWatch",
  "ResourceType": "AWS::EC2::VPC",
  "Severity": 50,
  "Category": "logging",
  "OnRequest": true,
  "Reads": [".Configuration.FlowLogs[].FlowLogStatus", ".Configuration.FlowLogs[].LogDestinationType"],
  "Parameters": {"Destinations": ["s3", "cloud-watch-logs"]},
  "Remediation": "Make the one that is missing: aws ec2 create-flow-logs --resource-type VPC --resource-ids VPC --traffic-type ALL with --log-destination-type s3 --log-destination arn:aws:s3:::BUCKET to keep them, or with --log-group-name GROUP --deliver-logs-permission-arn ROLE to search and alarm.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.Destinations | items("Destinations")) as $wanted
  | [ .Configuration.FlowLogs | items("FlowLogs")[]
      | select(.FlowLogStatus | text("FlowLogStatus") | . == "ACTIVE")
      | .LogDestinationType | text("LogDestinationType") | given("LogDestinationType") ] as $there
  | ($wanted - $there) as $missing
  | select($missing != [])
  | {Message: "no active flow log to \($missing | join(", "))", Evidence: {LogDestinationTypes: $there}};
