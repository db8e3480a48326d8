module {"Title": "B08KeyAge", "ResourceType": "AWS::IAM::User", "Severity": 70, "Remediation": "None: this is a bench.",
  "Reads": [{"Path": ".Configuration.AccessKeys[].AccessKeyId", "As": "carried"}, {"Path": ".Configuration.AccessKeys[].CreateDate", "Cut": 90, "As": "carried"}]};
def violation: [.Configuration.AccessKeys[] | select(.CreateDate[:19] < "2026-08-24T21:00:00") | {AccessKeyId, CreateDate}] | select(. != [])
  | {Message: "old: \(map(.AccessKeyId) | join(", "))", Evidence: {AccessKeys: .}};
