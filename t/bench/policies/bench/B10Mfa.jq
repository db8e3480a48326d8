module {"Title": "B10Mfa", "ResourceType": "AWS::IAM::User", "Severity": 85, "Remediation": "None: this is a bench.",
  "Reads": [{"Path": ".Configuration.LoginProfile", "As": "shape"}, {"Path": ".Configuration.MFADevices", "As": "carried"}]};
def violation: .Configuration | select(.LoginProfile != null and (.MFADevices | length) == 0) | {Message: "no MFA", Evidence: {MFA: false}};
