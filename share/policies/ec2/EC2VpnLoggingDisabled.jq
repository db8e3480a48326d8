module {
  "Title": "VPN connection does not log both tunnels",
  "ResourceType": "AWS::EC2::VPNConnection",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.Options.TunnelOptions[].LogOptions.CloudWatchLogOptions.LogEnabled",
    {"Path": ".Configuration.Options.TunnelOptions[].OutsideIpAddress", "As": "carried"}
  ],
  "Remediation": "Turn the log of each tunnel on: aws ec2 modify-vpn-tunnel-options --vpn-connection-id VPN --vpn-tunnel-outside-ip-address ADDRESS --tunnel-options \"LogOptions={CloudWatchLogOptions={LogEnabled=true,LogGroupArn=ARN}}\".",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CloudWatchLogOptions.html",
    "https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-171"
  ]
};
include "check";

def violation:
  [ .Configuration.Options.TunnelOptions | items("TunnelOptions")[]
    | {OutsideIpAddress, LogEnabled: (.LogOptions.CloudWatchLogOptions.LogEnabled | flag("LogEnabled"))} ]
  | select(. == [] or any(.[]; .LogEnabled != true))
  | {Message: "tunnels that are logged: \(map(select(.LogEnabled)) | length)", Evidence: {TunnelOptions: .}};
