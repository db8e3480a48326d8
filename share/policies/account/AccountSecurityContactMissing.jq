module {
  "Title": "AWS account has no security contact",
  "ResourceType": "AWS::::Account",
  "Severity": 50,
  "Category": "monitoring",
  "Reads": [{"Path": ".Configuration.SecurityContact", "As": "shape"}],
  "Remediation": "Say whom AWS reaches when something is wrong, best a list that several people read: aws account put-alternate-contact --alternate-contact-type SECURITY --name NAME --title TITLE --email-address ADDRESS --phone-number NUMBER.",
  "Source": [
    "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/account-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.SecurityContact
  | object("SecurityContact")
  | select(. == null or . == {})
  | {Message: "no alternate contact for security", Evidence: {SecurityContact: null}};
