module {"Title": "B06Volumes", "ResourceType": "AWS::EC2::Instance", "Severity": 85, "Remediation": "None: this is a bench.",
  "Reads": [{"Path": ".Configuration.Volumes[].VolumeId", "As": "carried"}, ".Configuration.Volumes[].Encrypted"]};
def violation: [.Configuration.Volumes[] | select(.Encrypted != true) | .VolumeId] | select(. != [])
  | {Message: "unencrypted: \(join(", "))", Evidence: {Volumes: .}};
