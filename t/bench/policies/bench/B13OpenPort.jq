module {"Title": "B13OpenPort", "ResourceType": "AWS::EC2::SecurityGroup", "Severity": 90, "Remediation": "None: this is a bench.",
  "Reads": [".Configuration.IpPermissions[].FromPort", {"Path": ".Configuration.IpPermissions[].CidrIp", "OneOf": ["0.0.0.0/0"]}]};
def violation: [.Configuration.IpPermissions[] | select(.FromPort == 22 and .CidrIp == "0.0.0.0/0")] | select(. != [])
  | {Message: "port 22 is open", Evidence: {Rules: length}};
