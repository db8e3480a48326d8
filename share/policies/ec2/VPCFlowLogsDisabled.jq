module {
  "Title": "VPC keeps no flow logs",
  "ResourceType": "AWS::EC2::VPC",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.FlowLogs[].FlowLogStatus", ".Configuration.FlowLogs[].TrafficType"],
  "Remediation": "Log at least what is rejected: aws ec2 create-flow-logs --resource-type VPC --resource-ids VPC --traffic-type REJECT --log-destination-type s3 --log-destination arn:aws:s3:::BUCKET.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6"
  ]
};
include "check";

def violation:
  [ .Configuration.FlowLogs | items("FlowLogs")[]
    | {FlowLogStatus: (.FlowLogStatus | text("FlowLogStatus")), TrafficType: (.TrafficType | text("TrafficType"))} ]
  | select(any(.[]; .FlowLogStatus == "ACTIVE" and (.TrafficType == "ALL" or .TrafficType == "REJECT")) | not)
  | {
      Message: (if . == [] then "no flow log" else "no active flow log of rejected traffic" end),
      Evidence: {FlowLogs: .}
    };
