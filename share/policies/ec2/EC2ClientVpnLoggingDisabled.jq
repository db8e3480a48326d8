module {
  "Title": "Client VPN endpoint does not log connections",
  "ResourceType": "AWS::EC2::ClientVpnEndpoint",
  "Severity": 25,
  "Category": "logging",
  "Reads": [".Configuration.ConnectionLogOptions.Enabled"],
  "Remediation": "Log connections to CloudWatch: aws ec2 modify-client-vpn-endpoint --client-vpn-endpoint-id ENDPOINT --connection-log-options Enabled=true,CloudwatchLogGroup=GROUP.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ConnectionLogResponseOptions.html",
    "https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-endpoint-connection-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-51"
  ]
};
include "check";

def violation:
  .Configuration.ConnectionLogOptions.Enabled
  | flag("Enabled")
  | select(. != true)
  | {Message: "connections are not logged", Evidence: {Enabled: .}};
