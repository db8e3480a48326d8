module {
  "Title": "Transfer Family server lets clients use old algorithms",
  "ResourceType": "AWS::Transfer::Server",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.SecurityPolicyName"],
  "Parameters": {"Oldest": "2022-03"},
  "Remediation": "aws transfer update-server --server-id ID --security-policy-name TransferSecurityPolicy-2024-01",
  "Source": ["https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html"]
};
include "check";

# The month in the name: TransferSecurityPolicy-FIPS-2024-01, TransferSecurityPolicy-PQ-SSH-Experimental-2023-04
def violation($now; $parameters):
  .Configuration.SecurityPolicyName | text("SecurityPolicyName")
  | select(. == null or (capture("^Transfer.*Policy-.*?(?<month>[0-9]{4}-[0-9]{2})$")
      // error("SecurityPolicyName is \(.)") | .month < $parameters.Oldest))
  | {Message: "its security policy is \(. // "not named")", Evidence: {SecurityPolicyName: .}};
