module {
  "Title": "Region allows the serial console of EC2 instances",
  "ResourceType": "AWS::EC2::RegionSettings",
  "Severity": 25,
  "Category": "access_control",
  "Reads": [".Configuration.SerialConsoleAccessEnabled"],
  "Remediation": "Turn it off where nobody needs it for rescue: aws ec2 disable-serial-console-access. It goes around security groups and the network.",
  "Source": ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html"]
};
include "check";

def violation:
  .Configuration.SerialConsoleAccessEnabled
  | flag("SerialConsoleAccessEnabled")
  | select(. == true)
  | {Message: "the serial console can be reached", Evidence: {SerialConsoleAccessEnabled: .}};
