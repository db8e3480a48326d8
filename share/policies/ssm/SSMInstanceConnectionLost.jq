module {
  "Title": "Managed instance has not been heard of by Systems Manager",
  "ResourceType": "AWS::SSM::ManagedInstanceInventory",
  "Severity": 25,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [".Configuration.PingStatus"],
  "Remediation": "If it still runs, see that its agent does and that its role and network let it reach Systems Manager; if not, aws ssm deregister-managed-instance --instance-id ID",
  "Source": ["https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-ssm-agent.html"]
};
include "check";

def violation:
  .Configuration.PingStatus | text("PingStatus")
  | if . == null or IN("Online", "ConnectionLost", "Inactive") then select(. != "Online")
    else error("PingStatus is \(.)") end
  | {Message: "its agent is \(. // "not known to be online")", Evidence: {PingStatus: .}};
