module {
  "Title": "Transfer Family server speaks FTP, without encryption",
  "ResourceType": "AWS::Transfer::Server",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.Protocols"],
  "Remediation": "aws transfer update-server --server-id ID --protocols SFTP, or FTPS with a certificate",
  "Source": [
    "https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/transfer-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.Protocols | items("Protocols")
  | if all(.[]; type == "string") then . else error("Protocols is no list of texts") end
  | select(any(.[]; . == "FTP"))
  | {Message: "clients may send passwords and files in clear", Evidence: {Protocols: .}};
