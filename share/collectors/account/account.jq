# The account itself; its ARN is the root user's.
# ReportNotPresent, ReportExpired and ReportInProgress mean that we could not look, not that root has no credentials.
module {
  "ResourceType": "AWS::::Account",
  "Service": "iam",
  "AccountService": "account",
  "Scope": "global",
  "One": {"By": []},
  "Detail": [
    {
      "Operation": "GetAccountSummary",
      "From": "SummaryMap", "Into": "AccountSummary", "Permission": "iam:GetAccountSummary"
    },
    {
      "Operation": "GetAccountPasswordPolicy",
      "From": "PasswordPolicy", "Into": "PasswordPolicy",
      "NotConfigured": ["NoSuchEntity"], "Permission": "iam:GetAccountPasswordPolicy"
    },
    {
      "Before": {
        "Operation": "GenerateCredentialReport", "Until": {"State": "COMPLETE"},
        "Permission": "iam:GenerateCredentialReport"
      },
      "Operation": "GetCredentialReport",
      "From": "Content", "Apply": "root_row", "Into": "RootCredentialReport", "Permission": "iam:GetCredentialReport"
    },
    {
      "Service": "s3control", "Operation": "GetPublicAccessBlock", "Parameters": {"AccountId": "$Account"},
      "From": "PublicAccessBlockConfiguration", "Into": "AccountPublicAccessBlockConfiguration",
      "NotConfigured": ["NoSuchPublicAccessBlockConfiguration"], "Permission": "s3:GetAccountPublicAccessBlock"
    },
    {
      "Operation": "ListVirtualMFADevices", "Parameters": {"AssignmentStatus": "Assigned"}, "Token": "Marker",
      "From": "VirtualMFADevices", "Apply": "of_root", "Into": "RootVirtualMFADevices",
      "Permission": "iam:ListVirtualMFADevices"
    },
    {
      "Service": "account", "Operation": "GetAlternateContact", "Parameters": {"AlternateContactType": "SECURITY"},
      "From": "AlternateContact", "Into": "SecurityContact",
      "NotConfigured": ["ResourceNotFoundException"], "Permission": "account:GetAlternateContact"
    },
    {
      "Service": "account", "Operation": "GetAlternateContact", "Parameters": {"AlternateContactType": "OPERATIONS"},
      "From": "AlternateContact", "Into": "OperationsContact",
      "NotConfigured": ["ResourceNotFoundException"], "Permission": "account:GetAlternateContact"
    },
    {
      "Service": "account", "Operation": "GetAlternateContact", "Parameters": {"AlternateContactType": "BILLING"},
      "From": "AlternateContact", "Into": "BillingContact",
      "NotConfigured": ["ResourceNotFoundException"], "Permission": "account:GetAlternateContact"
    },
    {
      "Service": "organizations", "Operation": "DescribeOrganization",
      "From": "Organization", "Into": "Organization",
      "NotConfigured": ["AWSOrganizationsNotInUseException"], "Permission": "organizations:DescribeOrganization"
    }
  ],
  "Tags": null
};

def arn($at): "arn:\($at.Partition):iam::\($at.Account):root";

# The credential report is CSV in base64: its heading, a row for <root_account>, a row for each user.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
def root_row:
  @base64d | split("\n") | map(rtrimstr("\r"))
  | (.[0] | split(",")) as $names
  | map(select(startswith("<root_account>,")))
  | if length == 1 then .[0] | split(",") else error("the credential report has no row for root") end
  | [$names, .] | transpose | map({key: .[0], value: .[1]}) | from_entries;

# A device of root's has its name from AWS, or root as its user.
def of_root:
  map(select((.SerialNumber | endswith(":mfa/root-account-mfa-device")) or ((.User.Arn // "") | endswith(":root"))));
