module {"Title": "B09KeyUse", "ResourceType": "AWS::IAM::User", "Severity": 60, "Remediation": "None: this is a bench.",
  "Reads": [{"Path": ".Configuration.AccessKeys[].AccessKeyId", "As": "carried"}, {"Path": ".Configuration.AccessKeys[].LastUsedDate", "Cut": 90, "As": "carried"}]};
def violation: [.Configuration.AccessKeys[] | select(.LastUsedDate[:19] < "2026-08-24T21:00:00") | {AccessKeyId, LastUsedDate}] | select(. != [])
  | {Message: "unused: \(map(.AccessKeyId) | join(", "))", Evidence: {AccessKeys: .}};
