module {
  "Title": "EFS file system can be mounted without TLS",
  "ResourceType": "AWS::EFS::FileSystem",
  "Severity": 50,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [".Configuration.Policy"],
  "Remediation": "Add this statement to the policy (aws efs put-file-system-policy --file-system-id ID --policy file://policy.json): Effect Deny, Principal {\"AWS\": \"*\"}, Action \"*\", Resource \"*\", Condition {\"Bool\": {\"aws:SecureTransport\": \"false\"}}. Clients then mount with -o tls of the EFS mount helper.",
  "Source": [
    "https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html",
    "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html"
  ]
};
include "document";

def violation:
  .Configuration.Policy
  | select(denies_insecure_transport(["elasticfilesystem:ClientMount"]; ["*"]) | not)
  | {
      Message: (if document == null then "no policy, so nothing denies mounts without TLS"
        else "the policy does not deny mounts without TLS" end),
      Evidence: {Policy: (document != null)}
    };
