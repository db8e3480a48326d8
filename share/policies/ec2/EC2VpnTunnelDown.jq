module {
  "Title": "VPN connection has a tunnel that is down",
  "ResourceType": "AWS::EC2::VPNConnection",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    {"Path": ".Configuration.VgwTelemetry[].OutsideIpAddress", "As": "carried"},
    ".Configuration.VgwTelemetry[].Status",
    ".Configuration.State"
  ],
  "Remediation": "See on the customer gateway why the tunnel is down (aws ec2 describe-vpn-connections --vpn-connection-ids VPN shows its status message), and configure both tunnels there: AWS works on one at a time.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VgwTelemetry.html",
    "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-20"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.State | text("State") | . == null or . == "available")
  | [.VgwTelemetry | given("VgwTelemetry") | items("VgwTelemetry")[]
      | {OutsideIpAddress, Status: (.Status | text("Status"))}]
  | select(length < 2 or any(.[]; .Status != "UP"))
  | {Message: "tunnels that are up: \(map(select(.Status == "UP")) | length)", Evidence: {VgwTelemetry: .}};
