module {
  "Title": "Service Catalog portfolio is shared with single accounts, not through the organization",
  "ResourceType": "AWS::ServiceCatalog::Portfolio",
  "Severity": 70,
  "Category": "access_control",
  "Reads": [{"Path": ".Configuration.AccountShares[].PrincipalId", "As": "carried"}],
  "Remediation": "aws servicecatalog delete-portfolio-share --portfolio-id ID --account-id ACCOUNT, then aws servicecatalog create-portfolio-share --portfolio-id ID --organization-node Type=ORGANIZATION,Value=ORG-ID",
  "Source": [
    "https://docs.aws.amazon.com/servicecatalog/latest/adminguide/catalogs_portfolios_sharing.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/servicecatalog-controls.html"
  ]
};
include "check";

def violation:
  [.Configuration.AccountShares | items("AccountShares")[] | .PrincipalId | text("PrincipalId")] as $accounts
  | select($accounts != [])
  | {Message: "shared with \($accounts | length) accounts one by one", Evidence: {Accounts: $accounts}};
